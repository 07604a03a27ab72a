//! What a field of a number holds and takes: one rule for every number that is typed.

use crate::model::{Criterion, Edit};
use crate::text::{self, Measure, read_number};
use crate::ui::ViewContext;

/// The numbers that a field takes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Allowed {
    least: f64,
    most: f64,
    measure: Measure,
}

impl Allowed {
    /// Any number; whether it breaks a rule of the document is for the edit to say.
    pub const ANY: Self =
        Self { least: f64::NEG_INFINITY, most: f64::INFINITY, measure: Measure::Amount };

    /// Both ends included.
    pub fn between(least: f64, most: f64) -> Self {
        Self { least, most, ..Self::ANY }
    }

    pub fn at_least(least: f64) -> Self {
        Self { least, ..Self::ANY }
    }

    /// The numbers that may be typed as a score: with a per-cent sign where that is the unit.
    /// Whether one lies on the scale is for the edit to say.
    pub fn score(criterion: &Criterion) -> Self {
        if criterion.unit.trim_start().starts_with('%') {
            Self::ANY.of_a_percentage()
        } else {
            Self::ANY
        }
    }

    /// The same for what is meant as a percentage: its sign may be typed.
    #[must_use]
    pub fn of_a_percentage(self) -> Self {
        Self { measure: Measure::Percentage, ..self }
    }

    /// The number that was typed; none where nothing was.
    ///
    /// # Errors
    /// Why it isn't taken, as a sentence.
    pub fn read(self, typed: &str) -> Result<Option<f64>, String> {
        let number = read_number(typed, self.measure)
            .map_err(|misread| text::refusals::misread(typed, misread))?;
        if number.is_none_or(|number| (self.least..=self.most).contains(&number)) {
            Ok(number)
        } else {
            Err(text::refusals::outside(typed, self.least, self.most))
        }
    }
}

/// What a typed number would do to the document.
type Effect<'a> = &'a dyn Fn(Option<f64>) -> Edit;

/// A number of the document as a field shows it.
#[derive(Clone, Copy)]
pub struct Number<'a> {
    /// None: nothing stands there.
    pub known: Option<f64>,
    allowed: Allowed,
    effect: Option<Effect<'a>>,
}

impl<'a> Number<'a> {
    pub fn new(known: Option<f64>, allowed: Allowed) -> Self {
        Self { known, allowed, effect: None }
    }

    /// The same where a number is refused, with its reason, if the edit that it makes would be.
    #[must_use]
    pub fn tried(self, effect: Effect<'a>) -> Self {
        Self { effect: Some(effect), ..self }
    }

    /// As the field shows it.
    pub(super) fn shown(self) -> String {
        self.known.map(text::editable).unwrap_or_default()
    }

    /// The number that was typed, or why it isn't taken.
    pub(super) fn read(self, context: ViewContext, typed: &str) -> Result<Option<f64>, String> {
        let number = self.allowed.read(typed)?;
        self.effect.map_or(Ok(()), |effect| context.allows(&effect(number)))?;
        Ok(number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_out_of_range_is_refused_and_never_cut() {
        let points = Allowed::between(0.0, 100.0);
        for (typed, number) in [("0", 0.0), ("12,5", 12.5), ("0.3", 0.3), ("100", 100.0)] {
            assert_eq!(points.read(typed), Ok(Some(number)), "{typed}");
        }
        for typed in ["250", "−5", "100.0001"] {
            let reason = points.read(typed).unwrap_err();
            assert!(reason.contains(typed) && reason.contains("from 0 to 100"), "{reason}");
        }
        assert!(Allowed::at_least(0.0).read("-1").unwrap_err().contains("of at least 0"));
        assert_eq!(points.read(" "), Ok(None));
    }

    #[test]
    fn a_per_cent_sign_is_taken_where_a_percentage_is_meant() {
        assert_eq!(Allowed::ANY.of_a_percentage().read("50 %"), Ok(Some(50.0)));
        assert!(Allowed::ANY.read("50 %").unwrap_err().contains("no percentage"));
    }
}
