//! Dates and times as the file writes them. The text is kept as it was typed; what it means is
//! checked once.

use std::fmt;

use jiff::civil::{Date, Time};

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

    /// Whether this moment comes after another, wherever their clocks stand.
    pub fn is_later_than(&self, other: &Self) -> bool {
        self.instant() > other.instant()
    }

    /// Seconds since the beginning of Unix time, and the digits of the fraction.
    fn instant(&self) -> (i64, &str) {
        let (date, rest) = self.0.split_at_checked(10).unwrap_or_default();
        let (time, rest) = rest.split_at_checked(9).unwrap_or_default();
        let offset = skip_fraction(rest);
        let fraction = rest.strip_suffix(offset).unwrap_or_default();
        let seconds = |clock: &str| {
            let midnight = Time::midnight();
            clock.parse::<Time>().map_or(0, |time| time.duration_since(midnight).as_secs())
        };
        let epoch = Date::constant(1970, 1, 1);
        let day = date.parse::<Date>().map_or(0, |date| date.duration_since(epoch).as_secs());
        let ahead = match offset.split_at_checked(1) {
            Some(("+", clock)) => seconds(clock),
            Some(("-", clock)) => -seconds(clock),
            _ => 0,
        };
        let clock = time.trim_start_matches(['T', 't']);
        (day + seconds(clock) - ahead, fraction.trim_start_matches('.').trim_end_matches('0'))
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

/// Whether a text is written as a form is: a digit for each `0`, all else as it stands there, in
/// capitals or not.
fn has_form(text: &str, form: &str) -> bool {
    let alike = |(byte, form): (u8, u8)| match form {
        b'0' => byte.is_ascii_digit(),
        _ => byte.eq_ignore_ascii_case(&form),
    };
    text.len() == form.len() && text.bytes().zip(form.bytes()).all(alike)
}

fn is_partial_date(text: &str) -> bool {
    let forms = [("0000", "-01-01"), ("0000-00", "-01"), ("0000-00-00", "")];
    let day = |(form, rest)| has_form(text, form).then(|| format!("{text}{rest}"));
    forms.into_iter().find_map(day).is_some_and(|day| day.parse::<Date>().is_ok())
}

/// The form is ours to hold, as `jiff` reads more than RFC 3339 has; which days and hours there
/// are, `jiff` knows. A leap second may be 60, a fraction as long as one likes.
fn is_timestamp(text: &str) -> bool {
    let Some((date, rest)) = text.split_at_checked(10) else { return false };
    let Some((time, offset)) = rest.split_at_checked(9) else { return false };
    has_form(date, "0000-00-00")
        && is_partial_date(date)
        && has_form(time, "T00:00:00")
        && time.parse::<Time>().is_ok()
        && is_offset(skip_fraction(offset))
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

/// `Z`, or hours and minutes as a clock shows them.
fn is_offset(text: &str) -> bool {
    let clock = text.strip_prefix(['+', '-']).filter(|clock| has_form(clock, "00:00"));
    has_form(text, "Z") || clock.is_some_and(|clock| clock.parse::<Time>().is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_a_year_a_month_or_a_day() {
        for good in
            ["2025", "2025-09", "2025-09-30", "2024-02-29", "2000-02-29", "0000", "9999-12-31"]
        {
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
            "20250930",
            "2025-00-01",
            "2025-09-00",
            "2025-09-30T00:00:00",
            "2025/09/30",
            "２０２５",
        ] {
            assert!(PartialDate::new(bad).is_none(), "{bad}");
        }
    }

    #[test]
    fn moments_are_compared_wherever_their_clocks_stand() {
        let ordered = [
            "2025-09-30T14:02:00+03:00",
            "2025-09-30T11:02:00.000001Z",
            "2025-09-30T11:02:00.12Z",
            "2025-09-30t11:02:00.2z",
            "2025-09-30T11:02:01Z",
            "2025-09-30T09:02:02-02:00",
            "2025-10-01T00:00:00+12:00",
        ]
        .map(|text| Timestamp::new(text).unwrap());
        for pair in ordered.windows(2) {
            assert!(
                pair[1].is_later_than(&pair[0]) && !pair[0].is_later_than(&pair[1]),
                "{pair:?}"
            );
        }
        let same = ["2025-09-30T14:02:00.50+03:00", "2025-09-30T11:02:00.5Z"];
        let [a, b] = same.map(|text| Timestamp::new(text).unwrap());
        assert!(!a.is_later_than(&b) && !b.is_later_than(&a));
    }

    #[test]
    fn times_are_rfc_3339() {
        for good in [
            "2025-09-30T14:02:00Z",
            "2025-09-30t14:02:60.25+03:00",
            "2025-09-30T00:00:00-00:30",
            "2025-09-30T14:02:00.123456789012z",
            "0000-01-01T00:00:00+23:59",
            "9999-12-31T23:59:59-23:59",
        ] {
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
            "2025-09-30T14:60:00Z",
            "2025-09-30T14:02:61Z",
            "2025-09-30 14:02:00Z",
            "2025-09-30T140200Z",
            "2025-09-30T14:02:00,5Z",
            "2025-09-30T14:02:00+24:00",
            "2025-09-30T14:02:00+03:60",
            "2025-09-30T14:02:00+0300",
            "2025-09-30T14:02:00+03",
            "2025-09-30T14:02:00+03:00:00",
            "2025-09-30T14:02:00Z[Europe/Berlin]",
            "2025-09T14:02:00Z",
            "+002025-09-30T14:02:00Z",
            "éééééééééé",
        ] {
            assert!(Timestamp::new(bad).is_none(), "{bad}");
        }
    }
}
