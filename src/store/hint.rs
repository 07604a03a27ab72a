//! What was most likely meant by what stands where something else was expected: numbers as people
//! write them, quotes of other kinds, marks that can't be seen.

use std::ops::Range;

use super::separators::{is_other_blank, separated};
use super::site::{Site, is_other_quote, is_plain};
use super::token::is_blank;
use crate::model::{Expected, Hint, digit, is_invisible};

/// How far a number is looked for on each side of the fault, in characters.
const REACH: usize = 40;

/// What was meant at a site where this was expected.
pub fn hint(site: Site, expected: &Expected) -> Option<Hint> {
    match site.first()? {
        '#' if !site.token().starts_with("#!") => return Some(Hint::HashComment),
        c if is_other_quote(c) && number(site, expected).is_none() => {
            return Some(Hint::StraightQuotes);
        }
        _ => {}
    }
    let in_quotes = match expected {
        Expected::Number => quoted_number(site),
        Expected::Name => quoted_name(site),
        _ => None,
    };
    let unseen = || site.first().is_some_and(is_invisible).then_some(Hint::Invisible);
    let unquoted = || (*expected == Expected::Text).then(|| unquoted(site)).flatten();
    in_quotes.or_else(|| number(site, expected)).or_else(unseen).or_else(unquoted)
}

/// What a text at the site holds between its quotes.
fn between_quotes(site: Site<'_>) -> Option<&str> {
    site.token().strip_prefix('"')?.strip_suffix('"').map(str::trim)
}

/// A name in quotes.
fn quoted_name(site: Site) -> Option<Hint> {
    let is_of_name = |c: char| c.is_ascii_alphanumeric() || c == '_';
    between_quotes(site)
        .filter(|name| !name.is_empty() && name.len() <= REACH && name.chars().all(is_of_name))
        .map(|name| Hint::QuotedName(name.to_owned()))
}

/// A number in quotes, which may be written in a person's way besides.
fn quoted_number(site: Site) -> Option<Hint> {
    let inner = between_quotes(site)?;
    if is_plain(inner) {
        return Some(Hint::QuotedNumber(inner.to_owned()));
    }
    of_run(inner, &Expected::Number)
}

/// A text without quotes that has nothing else to it.
fn unquoted(site: Site) -> Option<Hint> {
    let word = site.token();
    let is_text = |c: char| c.is_alphanumeric() || c == '-' || c == '_';
    (!word.is_empty() && word.chars().count() <= REACH && word.chars().all(is_text))
        .then(|| Hint::Unquoted(word.to_owned()))
}

/// The number that a site lies in or begins, where it isn't written as the file takes numbers.
fn number(site: Site, expected: &Expected) -> Option<Hint> {
    let range = run(site);
    // A text that is expected may look like a number, but not like half of one.
    if *expected == Expected::Text && range.start == site.at {
        return None;
    }
    of_run(site.text.get(range)?, expected)
}

/// The bytes around a site that may be one number: up to blanks, brackets and quotes, a comma or a
/// blank between two digits included.
fn run(site: Site) -> Range<usize> {
    let (before, behind) = site.text.split_at(site.at);
    let mut start = site.at;
    let mut next = site.first();
    for (at, c) in before.char_indices().rev().take(REACH) {
        let previous = before.get(..at).and_then(|text| text.chars().next_back());
        if !is_part(previous, c, next) {
            break;
        }
        (start, next) = (at, Some(c));
    }
    let mut end = site.at;
    let mut last = before.chars().next_back();
    let mut rest = behind.chars().take(REACH).peekable();
    while let Some(c) = rest.next() {
        if !is_part(last, c, rest.peek().copied()) {
            break;
        }
        (end, last) = (end + c.len_utf8(), Some(c));
    }
    start..end
}

fn is_part(before: Option<char>, c: char, after: Option<char>) -> bool {
    let is_digit = |c: Option<char>| c.is_some_and(|c| digit(c).is_some());
    match c {
        ',' | ' ' => is_digit(before) && is_digit(after),
        c => !is_blank(c) && !"()[]{}:\";".contains(c),
    }
}

fn of_run(run: &str, expected: &Expected) -> Option<Hint> {
    let run = run.trim_matches(|c: char| c == ',' || is_invisible(c));
    if !run.chars().any(|c| digit(c).is_some() || is_vulgar(c)) {
        return None;
    }
    let is_number_wanted = *expected != Expected::Text;
    let plain = in_plain_signs(run);
    date(&plain)
        .filter(|_| is_number_wanted)
        .or_else(|| per_cent(&plain))
        .or_else(|| fraction(&plain))
        .or_else(|| separated(run, &plain))
        .or_else(|| unit(&plain))
        .or_else(|| (plain != run && is_plain(&plain)).then(|| Hint::OtherSigns(plain.clone())))
}

/// `2026-11-26`, `26.11.2026`, `11/26/2026`, `2026-11`: whole numbers, one of them a year.
fn date(run: &str) -> Option<Hint> {
    let is_date = |separator: char| {
        let parts: Vec<&str> = run.split(separator).collect();
        let is_whole = |part: &&str| part.bytes().all(|byte| byte.is_ascii_digit());
        let lengths: Vec<usize> = parts.iter().map(|part| part.len()).collect();
        let has_form = match lengths.as_slice() {
            [4, 2] => separator == '-',
            [4, 1..=2, 1..=2] | [1..=2, 1..=2, 4] => true,
            _ => false,
        };
        has_form && parts.iter().all(is_whole)
    };
    ['-', '.', '/'].into_iter().any(is_date).then(|| Hint::Date(run.to_owned()))
}

fn per_cent(run: &str) -> Option<Hint> {
    let number = run.strip_suffix(['%', '٪', '％'])?.trim_end_matches(is_other_blank);
    let number = match separated(number, number) {
        Some(Hint::DecimalComma { number, .. } | Hint::Thousands { number, .. }) => number,
        _ => number.to_owned(),
    };
    let value: f64 = number.parse().ok().filter(|_| is_plain(&number))?;
    Some(Hint::PerCent { part: decimal(value / 100.0), number })
}

/// `1/2` or `½`, with a whole number ahead or without.
fn fraction(run: &str) -> Option<Hint> {
    let value = if let Some((over, under)) = run.split_once(['/', '⁄']) {
        let [over, under] = [over, under].map(|part| part.parse::<u32>().ok());
        f64::from(over?) / f64::from(under.filter(|under| *under > 0)?)
    } else {
        let (vulgar, part) = VULGAR.into_iter().find(|(sign, _)| run.ends_with(*sign))?;
        let whole = run.strip_suffix(vulgar)?;
        let whole: u32 = if whole.is_empty() { 0 } else { whole.parse().ok()? };
        f64::from(whole) + part
    };
    Some(Hint::Fraction(decimal(value)))
}

const VULGAR: [(char, f64); 7] = [
    ('½', 0.5),
    ('¼', 0.25),
    ('¾', 0.75),
    ('⅓', 1.0 / 3.0),
    ('⅔', 2.0 / 3.0),
    ('⅕', 0.2),
    ('⅛', 0.125),
];

fn is_vulgar(c: char) -> bool {
    VULGAR.iter().any(|(sign, _)| *sign == c)
}

/// A number with a unit or a currency at one end.
fn unit(run: &str) -> Option<Hint> {
    let is_unit = |c: char| c.is_alphabetic() || "$€£¥₹₽°²³".contains(c);
    let number = run.trim_matches(is_unit).trim_matches(is_other_blank);
    let first = run.chars().next()?;
    let begins_a_name = first.is_alphabetic() || first == '_';
    (number.len() < run.len() && !begins_a_name && is_plain(number))
        .then(|| Hint::Unit(number.to_owned()))
}

/// At most four decimals, without zeros behind.
fn decimal(value: f64) -> String {
    let rounded = format!("{value:.4}");
    rounded.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// With the file's digits and minus, and nothing unseen around it.
fn in_plain_signs(run: &str) -> String {
    let plain = |c: char| match c {
        '−' | '–' | '‒' | '﹣' | '－' => '-',
        '٫' => '.',
        c => digit(c).unwrap_or(c),
    };
    run.chars().map(plain).collect()
}
