//! Files that are made to hang or to swell whoever reads them: each is read or refused within the
//! memory that its size allows.

use std::fmt::Write as _;

use mizan::model::FaultClass;
use mizan::store;
use peak_alloc::PeakAlloc;

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

/// About how large each is, in bytes.
const SIZE: usize = 1_000_000;
/// How many times a file's size reading it may take, in memory, where it is no scenario at all; and
/// where one is made of it, of which the densest that there is has a cell every 17 bytes.
const TIMES: usize = 16;
const TIMES_AS_SCENARIO: usize = 64;
/// Far more than any of these takes: one that hangs, or takes the square of its size, is past it.
const PATIENCE: std::time::Duration = std::time::Duration::from_secs(20);

fn repeated(before: &str, part: &str, after: &str) -> String {
    format!("{before}{}{after}", part.repeat(SIZE / part.len()))
}

fn bombs() -> Vec<(&'static str, String)> {
    let head = "(format: 1, title: \"a\", ";
    let mut many_cells = format!("{head}scores: {{");
    for option in 0..1000 {
        let _ = write!(many_cells, "\"o{option}\": {{");
        for criterion in 0..60 {
            let _ = write!(many_cells, "\"c{criterion}\": (score: 5),");
        }
        many_cells.push_str("},");
    }
    many_cells.push_str("})");
    vec![
        ("open brackets", "(".repeat(SIZE)),
        ("pairs of brackets", repeated("", "([{", "")),
        ("nested lists", format!("{head}options: {}", "[".repeat(SIZE))),
        ("nested comments", "/*".repeat(SIZE / 2)),
        ("one long comment", format!("/*{}", "*".repeat(SIZE))),
        ("one long text", format!("{head}notes: \"{}\")", "n".repeat(SIZE))),
        ("a text without an end", format!("{head}notes: \"{}", "n".repeat(SIZE))),
        ("escapes", format!("{head}notes: \"{}\")", "\\u{202e}".repeat(SIZE / 8))),
        ("hashes of a raw text", format!("{head}notes: r{}", "#".repeat(SIZE))),
        ("digits", format!("(format: {})", "9".repeat(SIZE))),
        ("one word", "a".repeat(SIZE)),
        ("lines", "\n".repeat(SIZE)),
        ("commas", format!("{head}{}", ",".repeat(SIZE))),
        ("the same field", repeated(head, "notes: \"\", ", ")")),
        ("the same key", repeated(&format!("{head}sources: {{"), "\"a\": (title: \"\"),", "})")),
        (
            "options alike",
            repeated(&format!("{head}options: ["), "(id: \"o\", name: \"o\"),", "])"),
        ),
        (
            "too many options",
            repeated(&format!("{head}options: ["), "(id: \"\", name: \"\"),", "])"),
        ),
        (
            "groups in a ring",
            repeated(&format!("{head}groups: ["), "(id: \"g\", name: \"g\", group: \"g\"),", "])"),
        ),
        ("reopened", format!("({}){}", "a:1,".repeat(SIZE / 8), "()".repeat(SIZE / 4))),
        ("reopened values", format!("({}x{})", "a:1,".repeat(SIZE / 8), "()".repeat(SIZE / 4))),
        ("short names", repeated("(", "a:1,", ")")),
        ("short items", repeated("(a:[", "1,", "])")),
        ("empty structs", repeated("(a:[", "(),", "])")),
        ("unknown fields", repeated(head, "unknown: 1, ", ")")),
        ("right to left", "\u{202e}".repeat(SIZE / 3)),
        ("no text at all", "\u{0}".repeat(SIZE)),
        ("many cells", many_cells),
    ]
}

#[test]
fn a_bomb_is_refused_or_read_within_its_size() {
    let mut large = Vec::new();
    for (name, bomb) in bombs() {
        let before = MEMORY.current_usage();
        MEMORY.reset_peak_usage();
        let began = std::time::Instant::now();
        let read = store::parse(bomb.as_bytes());
        let (took, peak) = (began.elapsed(), MEMORY.peak_usage() - before);
        println!("{name}: {:?}, {:.1} times", took, peak as f64 / bomb.len() as f64);
        assert!(took < PATIENCE, "{name}: {took:?}");
        let is_of_form = |read: &Result<_, store::Unreadable>| {
            let class = |fault: &mizan::model::Fault| fault.class();
            let classes = read.as_ref().err().map(|read| read.faults.iter().map(class));
            classes.is_none_or(|mut classes| {
                classes.all(|class| matches!(class, FaultClass::Meaning | FaultClass::Limit))
            })
        };
        let most = if is_of_form(&read) { TIMES_AS_SCENARIO } else { TIMES };
        if peak > most * bomb.len() {
            large.push(format!("{name}: {peak} bytes for {}", bomb.len()));
        }
        drop(read);
    }
    assert!(large.is_empty(), "{large:#?}");
}
