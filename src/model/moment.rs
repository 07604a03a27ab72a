//! Dates and times as the file writes them. The text is kept as it was typed; what it means is
//! checked once.

use std::fmt;

/// An RFC 3339 time such as `2025-09-30T14:02:00Z` or `2025-09-30T17:02:00.5+03:00`.
#[derive(Clone, PartialEq, Eq)]
pub struct Timestamp(String);

/// A date as exact as it is known: `2025`, `2025-09` or `2025-09-30`.
#[derive(Clone, PartialEq, Eq)]
pub struct PartialDate(String);

impl Timestamp {
    /// The time that `text` says; none where it isn't RFC 3339.
    pub fn new(text: &str) -> Option<Self> {
        is_timestamp(text).then(|| Self(text.to_owned()))
    }

    /// The beginning of Unix time, where a time is needed and none is known.
    pub fn epoch() -> Self {
        Self("1970-01-01T00:00:00Z".to_owned())
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl PartialDate {
    /// The date that `text` says; none where it is no such date.
    pub fn new(text: &str) -> Option<Self> {
        is_partial_date(text).then(|| Self(text.to_owned()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}

impl fmt::Debug for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}

/// The number that exactly `digits` ASCII digits write.
fn number(text: &str, digits: usize) -> Option<u32> {
    let exact = text.len() == digits && text.bytes().all(|b| b.is_ascii_digit());
    exact.then(|| text.parse().ok()).flatten()
}

fn days_in(year: u32, month: u32) -> u32 {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

fn is_partial_date(text: &str) -> bool {
    let mut parts = text.splitn(3, '-');
    let Some(year) = parts.next().and_then(|p| number(p, 4)) else { return false };
    let Some(month) = parts.next() else { return true };
    let Some(month @ 1..=12) = number(month, 2) else { return false };
    let Some(day) = parts.next() else { return true };
    number(day, 2).is_some_and(|day| (1..=days_in(year, month)).contains(&day))
}

fn is_timestamp(text: &str) -> bool {
    let Some((date, rest)) = text.split_at_checked(10) else { return false };
    let Some((time, offset)) = rest.split_at_checked(9) else { return false };
    is_partial_date(date) && is_clock(time) && is_offset(skip_fraction(offset))
}

/// `T14:02:00`; a leap second may be 60.
fn is_clock(text: &str) -> bool {
    let Some(digits) = text.strip_prefix(['T', 't']) else { return false };
    let parts: Vec<Option<u32>> = digits.split(':').map(|p| number(p, 2)).collect();
    matches!(parts.as_slice(), [Some(0..=23), Some(0..=59), Some(0..=60)])
}

/// What follows the fraction of a second; the text itself where there is none, nothing where it has
/// no digits.
fn skip_fraction(text: &str) -> &str {
    match text.strip_prefix('.') {
        Some(rest) if rest.starts_with(|c: char| c.is_ascii_digit()) => {
            rest.trim_start_matches(|c: char| c.is_ascii_digit())
        }
        Some(_) => "",
        None => text,
    }
}

fn is_offset(text: &str) -> bool {
    if matches!(text, "Z" | "z") {
        return true;
    }
    let Some(clock) = text.strip_prefix(['+', '-']) else { return false };
    let parts: Vec<Option<u32>> = clock.split(':').map(|p| number(p, 2)).collect();
    matches!(parts.as_slice(), [Some(0..=23), Some(0..=59)])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_a_year_a_month_or_a_day() {
        for good in ["2025", "2025-09", "2025-09-30", "2024-02-29", "2000-02-29"] {
            assert!(PartialDate::new(good).is_some(), "{good}");
        }
        for bad in [
            "",
            "25",
            "2025-9",
            "2025-13",
            "2025-00",
            "2025-02-29",
            "1900-02-29",
            "2025-09-31",
            "2025-09-30-1",
            "+025",
            "2025-",
        ] {
            assert!(PartialDate::new(bad).is_none(), "{bad}");
        }
    }

    #[test]
    fn times_are_rfc_3339() {
        for good in
            ["2025-09-30T14:02:00Z", "2025-09-30t14:02:60.25+03:00", "2025-09-30T00:00:00-00:30"]
        {
            assert!(Timestamp::new(good).is_some(), "{good}");
        }
        for bad in [
            "",
            "2025-09-30",
            "2025-09-30T14:02Z",
            "2025-09-30T24:00:00Z",
            "2025-09-30T14:02:00",
            "2025-09-30T14:02:00.Z",
            "2025-02-30T14:02:00Z",
            "éééééééééé",
        ] {
            assert!(Timestamp::new(bad).is_none(), "{bad}");
        }
    }
}
