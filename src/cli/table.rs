//! Tables for people: columns as wide as they need, within 100 columns of a terminal.
//!
//! A terminal shows a Chinese letter or a picture in two columns, a combining mark in none: widths
//! are Unicode's, and nothing is cut inside of what a reader takes for one letter.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use crate::text::{CLOSE, OPEN, isolated, left_open, one_line};

/// The widest a table gets, in columns of a terminal.
pub const WIDTH: usize = 100;
/// No column is cut below this, as long as another is wider.
const NARROWEST: usize = 8;
/// No column of sentences is narrower than this, as long as others can be cut.
const READABLE: usize = 40;
const GAP: usize = 2;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Align {
    Left,
    Right,
}

/// What is done with a cell that its column is too narrow for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Excess {
    /// It ends in an ellipsis.
    Cut,
    /// It goes on in the next line.
    Broken,
}

/// A column of a table.
#[derive(Clone, Copy)]
pub struct Column<'a> {
    head: &'a str,
    align: Align,
    excess: Excess,
}

impl<'a> Column<'a> {
    /// Of words.
    pub fn left(head: &'a str) -> Self {
        Self { head, align: Align::Left, excess: Excess::Cut }
    }

    /// Of numbers.
    pub fn right(head: &'a str) -> Self {
        Self { head, align: Align::Right, excess: Excess::Cut }
    }

    /// Of sentences and lists, broken between words where they are too long for a line.
    pub fn broken(head: &'a str) -> Self {
        Self { head, align: Align::Left, excess: Excess::Broken }
    }
}

/// Lays rows out under a header. Where they are too wide, columns of sentences are broken into
/// lines, and else the widest column of words is cut.
pub fn table(columns: &[Column], rows: &[Vec<String>]) -> String {
    let header: Vec<String> = columns.iter().map(|column| column.head.to_owned()).collect();
    let rows: Vec<Vec<String>> = std::iter::once(&header)
        .chain(rows)
        .map(|row| row.iter().map(|cell| isolated(&one_line(cell)).into_owned()).collect())
        .collect();
    let widths = narrowed(columns, natural(columns, &rows));
    rows.iter().map(|row| laid_out(row, columns, &widths)).collect()
}

/// How wide each column is where there is room enough.
fn natural(columns: &[Column], rows: &[Vec<String>]) -> Vec<usize> {
    let widest = |column: usize| {
        rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.width()).max().unwrap_or(0)
    };
    (0..columns.len()).map(widest).collect()
}

/// Whether rows have room in a table's width as they are.
pub fn has_room(columns: &[Column], rows: &[Vec<String>]) -> bool {
    let widths = natural(columns, rows);
    widths.iter().sum::<usize>() + GAP * columns.len().saturating_sub(1) <= WIDTH
}

/// A row in as many lines as its longest broken cell takes.
fn laid_out(row: &[String], columns: &[Column], widths: &[usize]) -> String {
    let cells: Vec<Vec<String>> = row
        .iter()
        .zip(columns)
        .zip(widths)
        .map(|((cell, column), width)| match column.excess {
            Excess::Broken => broken(cell, *width),
            Excess::Cut => vec![cell.clone()],
        })
        .collect();
    let most = cells.iter().map(Vec::len).max().unwrap_or(0);
    let line = |nth: usize| {
        let parts = cells.iter().zip(columns).zip(widths).map(|((cell, column), width)| {
            fitted(cell.get(nth).map_or("", String::as_str), *width, column.align)
        });
        parts.collect::<Vec<_>>().join(&" ".repeat(GAP)).trim_end().to_owned() + "\n"
    };
    (0..most).map(line).collect()
}

/// Widths that fit: those of sentences are taken from first, as far as they can be read then, those
/// of words next, and last those of numbers.
fn narrowed(columns: &[Column], mut widths: Vec<usize>) -> Vec<usize> {
    let room = WIDTH.saturating_sub(GAP * columns.len().saturating_sub(1));
    let steps = [
        (Excess::Broken, Align::Left, READABLE),
        (Excess::Cut, Align::Left, NARROWEST),
        (Excess::Broken, Align::Left, NARROWEST),
        (Excess::Cut, Align::Right, NARROWEST),
    ];
    for (excess, align, least) in steps {
        while widths.iter().sum::<usize>() > room {
            let own = columns.iter().zip(&mut widths);
            let own = own.filter(|(column, _)| (column.excess, column.align) == (excess, align));
            match own.map(|(_, width)| width).max_by_key(|width| **width) {
                Some(widest) if *widest > least => *widest -= 1,
                _ => break,
            }
        }
    }
    widths
}

/// A sentence broken between words into lines of a table's width.
pub fn wrapped(text: &str) -> String {
    broken(&one_line(text), WIDTH).join("\n")
}

/// The lines of a text, broken between words, and inside of one that no line has room for. An
/// isolate that a line's end breaks is closed there and opened again in the next, where letters
/// from right to left go on.
fn broken(text: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ').flat_map(|word| pieces(word, width)) {
        match lines.last_mut() {
            Some(line) if line.width() + 1 + word.width() <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    let mut open = 0;
    for line in &mut lines {
        line.insert_str(0, &OPEN.to_string().repeat(open));
        open = left_open(line);
        line.extend(std::iter::repeat_n(CLOSE, open));
        let mut shown = fitted(line, width, Align::Left);
        shown.truncate(shown.trim_end().len());
        *line = shown;
    }
    lines
}

/// A word in pieces that a line has room for.
fn pieces(word: &str, width: usize) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut rest = word;
    while rest.width() > width {
        let (head, behind) = rest.split_at(head_that_fits(rest, width));
        if head.is_empty() {
            break;
        }
        pieces.push(head);
        rest = behind;
    }
    pieces.push(rest);
    pieces
}

/// The bytes of as many letters as a width has room for.
fn head_that_fits(text: &str, width: usize) -> usize {
    let ends = text.grapheme_indices(true).map(|(start, letter)| start + letter.len());
    // Letters may join to be narrower than each alone, so that heads are measured whole.
    let fits = |end: &usize| text.get(..*end).is_some_and(|head| head.width() <= width);
    ends.take_while(fits).last().unwrap_or(0)
}

/// A text on one line of a table's width.
pub fn cut(text: &str) -> String {
    fitted(&one_line(text), WIDTH, Align::Left).trim_end().to_owned()
}

/// A cell of exactly this width.
fn fitted(cell: &str, width: usize, align: Align) -> String {
    let cell = if cell.width() > width { shortened(cell, width) } else { cell.to_owned() };
    let blank = " ".repeat(width.saturating_sub(cell.width()));
    match align {
        Align::Left => format!("{cell}{blank}"),
        Align::Right => format!("{blank}{cell}"),
    }
}

/// As many letters as fit with an ellipsis.
fn shortened(cell: &str, width: usize) -> String {
    let kept = cell.get(..head_that_fits(cell, width.saturating_sub(1))).unwrap_or_default();
    format!("{kept}…{}", CLOSE.to_string().repeat(left_open(kept)))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Names in letters that terminals show in two columns, in one, or in none.
    const NAMES: [&str; 8] = [
        "Café",
        "Cafe\u{301}",
        "伊拉克联邦政府",
        "الحكومة الاتحادية",
        "שלום",
        "नमस्ते दुनिया",
        "👨‍👩‍👧‍👦 family",
        "🇮🇶 flag",
    ];

    #[test]
    fn a_table_fits_a_hundred_columns() {
        let rows =
            vec![vec!["x".repeat(300), "1".to_owned()], vec!["y".to_owned(), "22".to_owned()]];
        let shown = table(&[Column::left("name"), Column::right("n")], &rows);
        assert!(shown.lines().all(|line| line.width() <= WIDTH), "{shown}");
        assert!(shown.lines().nth(1).unwrap().ends_with("…   1"));
    }

    #[test]
    fn a_sentence_goes_on_in_the_next_line_under_its_head() {
        let reason = "because of this and that ".repeat(12);
        let rows = vec![vec!["x".repeat(90), reason.trim_end().to_owned(), "7".to_owned()]];
        let columns = [Column::left("name"), Column::broken("reason"), Column::right("n")];
        let shown = table(&columns, &rows);
        assert!(shown.lines().all(|line| line.width() <= WIDTH), "{shown}");
        let at = shown.lines().next().unwrap().find("reason").unwrap();
        let parts = shown.lines().skip(1).map(|line| {
            let column: String = line.chars().skip(at).take(READABLE).collect();
            column.trim_end().to_owned()
        });
        assert_eq!(parts.collect::<Vec<_>>().join(" "), reason.trim_end());
        assert_eq!(shown.matches('7').count(), 1);
    }

    #[test]
    fn a_cell_from_right_to_left_turns_no_other() {
        let name = "الحكومة الاتحادية ".repeat(12);
        let rows = vec![vec![name.clone(), name.clone(), "12".to_owned()]];
        let columns = [Column::left("a"), Column::broken("b"), Column::right("n")];
        for line in table(&columns, &rows).lines().skip(1) {
            let mut open = 0_usize;
            for c in line.chars() {
                let is_arabic = ('\u{600}'..='\u{6FF}').contains(&c);
                assert!(!is_arabic || open > 0, "{line:?}");
                assert!(!c.is_ascii_digit() || open == 0, "{line:?}");
                open = left_open(&format!("{}{c}", OPEN.to_string().repeat(open)));
            }
            assert!(open == 0 && line.width() <= WIDTH, "{line:?}");
        }
    }

    #[test]
    fn numbers_are_cut_only_where_words_can_be_cut_no_further() {
        let rows = vec![vec!["name of it".to_owned(), "1".repeat(300)]];
        let shown = table(&[Column::left(""), Column::right("")], &rows);
        let line = shown.lines().nth(1).unwrap();
        assert_eq!(line.width(), WIDTH, "{line}");
        assert!(line.starts_with("name of…  1") && line.ends_with("1…"), "{line}");
    }

    #[test]
    fn columns_line_up_whatever_the_letters() {
        let rows: Vec<Vec<String>> =
            NAMES.map(|name| vec![name.to_owned(), "1.00".to_owned(), "end".to_owned()]).to_vec();
        let columns = [Column::left("option"), Column::right("total"), Column::left("")];
        let shown = table(&columns, &rows);
        let places = |word: &str| -> Vec<usize> {
            let lines = shown.lines().skip(1);
            lines.map(|line| line.find(word).map(|at| line[..at].width()).unwrap()).collect()
        };
        for word in ["1.00", "end"] {
            assert!(places(word).windows(2).all(|pair| pair[0] == pair[1]), "{word}\n{shown}");
        }
    }

    #[test]
    fn what_is_cut_fills_its_width_and_no_letter_is_cut_apart() {
        for name in NAMES {
            let long = format!("{name} ").repeat(60);
            let shown = fitted(&long, 31, Align::Left);
            assert_eq!(shown.width(), 31, "{shown}");
            let kept = shown.trim_end().strip_suffix('…').unwrap();
            let letters: Vec<&str> = long.graphemes(true).collect();
            let own: Vec<&str> = kept.graphemes(true).collect();
            assert_eq!(own, letters[..own.len()], "{shown}");
        }
        assert_eq!(cut(&"伊".repeat(60)).width(), 99, "half of a letter's room stays empty");
    }

    #[test]
    fn a_long_sentence_is_broken_between_words() {
        for words in ["eight ch".repeat(40), "حكومة اتحادية ".repeat(30), "伊拉 克联".repeat(40)]
        {
            let words = words.trim_end();
            let broken = wrapped(words);
            assert!(
                broken.lines().count() > 1 && broken.lines().all(|line| line.width() <= WIDTH),
                "{broken}"
            );
            assert_eq!(broken.replace('\n', " "), words);
        }
        assert_eq!(wrapped("short"), "short");
    }
    #[test]
    fn a_word_longer_than_a_line_goes_on_in_the_next() {
        for letters in ["https://a.example/b?c=d", "伊拉克联邦政府x", "cafe\u{301}", "👨‍👩‍👧‍👦🇮🇶", "شلام"]
        {
            let word = letters.repeat(30);
            let broken = wrapped(&format!("see {word} there"));
            assert!(broken.lines().all(|line| line.width() <= WIDTH), "{broken}");
            assert_eq!(broken.replace(['\n', ' '], ""), format!("see{word}there"));
            let letters: Vec<&str> = word.graphemes(true).collect();
            let shown: Vec<&str> = broken.lines().flat_map(|line| line.graphemes(true)).collect();
            assert!(letters.iter().all(|letter| shown.contains(letter)), "{broken}");
        }
    }
}
