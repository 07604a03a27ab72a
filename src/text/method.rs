//! The methods by name.

use crate::model::Method;

/// A method's name within a sentence.
pub fn method_name(method: Method) -> &'static str {
    match method {
        Method::WeightedSum => "the weighted sum",
        Method::WeightedProduct => "the weighted product",
        Method::Topsis => "TOPSIS",
        Method::Vikor(_) => "VIKOR",
        Method::PrometheeII => "PROMETHEE II",
    }
}

/// What to know before a cross-check is held against the weighted sum; none for that itself.
pub fn method_note(method: Method) -> Option<&'static str> {
    match method {
        Method::WeightedSum => None,
        Method::WeightedProduct => Some(
            "Each score as a part of the best, to the power of its share: ranges and value \
             functions don't count.",
        ),
        Method::Topsis => Some(
            "Nearness to the best scores and distance from the worst, each column divided by its \
             length: a unit with another zero, as kelvin for degrees Celsius, can change the \
             order.",
        ),
        Method::Vikor(_) => Some(
            "Lower is better: Q weighs the sum of what is missed (S) against the worst single miss \
             (R).",
        ),
        Method::PrometheeII => Some(
            "How much each option is preferred to the others (φ+) less how much they are to it \
             (φ−), by raw differences.",
        ),
    }
}
