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
