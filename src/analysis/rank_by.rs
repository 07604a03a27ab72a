//! Which function ranks by which method.

use crate::analysis::{MethodRanking, Scored, promethee, topsis, vikor, weighted_product};
use crate::model::Method;

/// Ranks the scored options by a method beside the weighted sum; by the weighted sum, which has its
/// own function, nothing.
pub fn rank_by(method: Method, scored: &Scored, shares: &[f64]) -> MethodRanking {
    match method {
        Method::WeightedSum => MethodRanking::default(),
        Method::WeightedProduct => weighted_product::rank(scored, shares),
        Method::Topsis => topsis::rank(scored, shares),
        Method::Vikor(v) => vikor::rank(scored, shares, v),
        Method::PrometheeII => promethee::rank(scored, shares),
    }
}
