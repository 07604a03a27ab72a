//! The time, as files write it and as people read it.

use crate::model::Timestamp;
use crate::store::Moment;

/// A time as a list tells it: the day, and the hour.
#[derive(Clone, Debug, Default)]
pub struct ListedTime {
    pub is_today: bool,
    pub day: String,
    pub hour: String,
}

/// What time it is.
#[derive(Clone, Copy, Debug)]
pub enum Clock {
    System,
    /// For tests: none is noted.
    Stopped,
    /// For tests: always this second of Unix time, in UTC.
    At(i64),
}

impl Clock {
    /// The time as files write it, to the second.
    pub fn now(self) -> Option<Timestamp> {
        let now = jiff::Timestamp::from_second(self.second()?).ok()?;
        Timestamp::new(&now.to_string())
    }

    /// Seconds of Unix time.
    pub fn second(self) -> Option<i64> {
        match self {
            Self::System => Some(jiff::Timestamp::now().as_second()),
            Self::Stopped => None,
            Self::At(second) => Some(second),
        }
    }

    /// Now, for what is kept.
    pub fn moment(self) -> Moment {
        let second = self.second().unwrap_or(0);
        let ahead = self.zoned(second).map_or(0, |time| time.offset().seconds().into());
        Moment { second, ahead }
    }

    fn zoned(self, second: i64) -> Option<jiff::Zoned> {
        let zone = match self {
            Self::System => jiff::tz::TimeZone::system(),
            Self::Stopped | Self::At(_) => jiff::tz::TimeZone::UTC,
        };
        Some(jiff::Timestamp::from_second(second).ok()?.to_zoned(zone))
    }

    /// A time of day to the second, with the day where that isn't today.
    pub fn told_exactly(self, second: i64) -> String {
        let now = self.second().and_then(|now| self.zoned(now));
        let Some(then) = self.zoned(second) else { return String::new() };
        let is_today = now.is_some_and(|now| now.date() == then.date());
        then.strftime(if is_today { "%H:%M:%S" } else { "%-d %b, %H:%M:%S" }).to_string()
    }

    /// A time as a list tells it.
    pub fn told_in_list(self, second: i64) -> ListedTime {
        let now = self.second().and_then(|now| self.zoned(now));
        let Some(then) = self.zoned(second) else { return ListedTime::default() };
        ListedTime {
            is_today: now.is_some_and(|now| now.date() == then.date()),
            day: then.strftime("%-d %b").to_string(),
            hour: then.strftime("%H:%M").to_string(),
        }
    }

    /// A time as people read it: the hour where it was today, else the day, with the year where
    /// that is another.
    pub fn told(self, second: i64) -> String {
        let Some(then) = self.zoned(second) else { return String::new() };
        let now = self.second().and_then(|now| self.zoned(now));
        let form = match now {
            Some(now) if now.date() == then.date() => "%H:%M",
            Some(now) if now.year() == then.year() => "%-d %b",
            _ => "%-d %b %Y",
        };
        then.strftime(form).to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_told_by_how_long_ago_they_were() {
        let now = Clock::System.second().unwrap();
        assert_eq!(Clock::System.told(now).len(), 5, "{}", Clock::System.told(now));
        assert!(Clock::System.told(now - 800 * 86_400).ends_with(|c: char| c.is_ascii_digit()));
        assert!(Clock::Stopped.now().is_none());
        assert!(Clock::System.now().is_some());
    }
}
