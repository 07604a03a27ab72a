//! `mizan weigh`: a team's shares from its judgements.

use indexmap::IndexMap;
use serde::Serialize;

use super::args::{Format, WeighCall};
use super::input::required;
use super::json;
use super::output::{Failure, Report, finding_messages};
use super::rank::team_named;
use super::table::{Align, cut, table};
use crate::elicitation::Consistency;
use crate::evaluation::{Weighting, Withheld, evaluate};
use crate::model::{Elicitation, NodeId, Tree};
use crate::text;

#[derive(Serialize)]
struct Weighed<'a> {
    scenario: &'a str,
    file: &'a str,
    team: &'a str,
    elicitation: &'static str,
    weighed: bool,
    shares: IndexMap<&'a str, f64>,
    /// Pairwise and best-worst judgements have one.
    consistency: Option<ConsistencyEntry<'a>>,
    findings: Vec<json::FindingEntry>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum ConsistencyEntry<'a> {
    Pairwise { ratio: Option<f64>, lambda: f64, mend: Option<Mend<'a>>, lists: Vec<ListEntry<'a>> },
    BestWorst { xi: f64, ratio: f64, unique: bool },
}

#[derive(Serialize)]
struct Mend<'a> {
    a: &'a str,
    b: &'a str,
    ratio: f64,
}

#[derive(Serialize)]
struct ListEntry<'a> {
    group: Option<&'a str>,
    ratio: Option<f64>,
    lambda: f64,
}

fn consistency(found: &Consistency) -> ConsistencyEntry<'_> {
    match found {
        Consistency::Pairwise { ratio, lambda, mend, lists } => ConsistencyEntry::Pairwise {
            ratio: *ratio,
            lambda: *lambda,
            mend: mend.as_ref().map(|(a, b, ratio)| Mend {
                a: a.as_str(),
                b: b.as_str(),
                ratio: *ratio,
            }),
            lists: lists
                .iter()
                .map(|list| ListEntry {
                    group: list.group.as_ref().map(NodeId::as_str),
                    ratio: list.ratio,
                    lambda: list.lambda,
                })
                .collect(),
        },
        Consistency::BestWorst { xi, ratio, is_unique } => {
            ConsistencyEntry::BestWorst { xi: *xi, ratio: *ratio, unique: *is_unique }
        }
    }
}

pub fn run(call: &WeighCall) -> Result<Report, Failure> {
    let opened = required(&call.file)?;
    let team = team_named(&opened, &call.team, &[])?;
    let withheld = |withheld: Withheld| {
        Failure::faulty(format!("{}: {}", opened.file, text::withheld(&withheld)))
    };
    let evaluation =
        evaluate(&opened.scenario, &Weighting::Team(team.id.clone())).map_err(withheld)?;
    let judged = team.opened().ok_or_else(|| withheld(Withheld::Sealed(team.id.clone())))?;
    let shares = &evaluation.shares;
    let report = match call.shape.format {
        Format::Json => Report::of(json::line(&Weighed {
            scenario: &opened.scenario.title,
            file: &opened.file,
            team: team.id.as_str(),
            elicitation: elicitation_word(&judged.judgement.elicitation),
            weighed: shares.is_weighed,
            shares: json::by_criterion(&opened, &shares.criteria),
            consistency: shares.consistency.as_ref().map(consistency),
            findings: json::findings(&opened, &shares.findings),
        })?),
        Format::Csv => {
            let rows = json::by_criterion(&opened, &shares.criteria)
                .into_iter()
                .map(|(id, share)| vec![id.to_owned(), json::shortest(share)]);
            Report::of(json::csv(
                &["criterion".to_owned(), "share".to_owned()],
                &rows.collect::<Vec<_>>(),
            )?)
        }
        Format::Table => {
            let percents = text::percents(
                &Tree::new(&opened.scenario.groups, &opened.scenario.criteria),
                shares,
            )
            .criteria;
            let rows = opened.scenario.criteria.iter().zip(percents).map(|(criterion, percent)| {
                let reason = judged.reasons.get(&criterion.id).cloned().unwrap_or_default();
                vec![format!("{percent} %"), criterion.name.clone(), reason]
            });
            let head = format!(
                "{}: {}, {}",
                opened.scenario.title,
                team.name,
                elicitation_word(&judged.judgement.elicitation)
            );
            let body = table(
                &[("share", Align::Right), ("criterion", Align::Left), ("reason", Align::Left)],
                &rows.collect::<Vec<_>>(),
            );
            Report {
                text: cut(&head) + "\n\n" + &body,
                messages: finding_messages(&opened, &shares.findings),
                status: 0,
            }
        }
    };
    Ok(report)
}

/// METHODS.md's name for a way of judging.
fn elicitation_word(elicitation: &Elicitation) -> &'static str {
    use crate::model::RankWeights::{RankOrderCentroid, RankReciprocal, RankSum};
    match elicitation {
        Elicitation::Direct(_) => "direct",
        Elicitation::Swing(_) => "swing",
        Elicitation::Ranking(RankOrderCentroid, _) => "rank_order_centroid",
        Elicitation::Ranking(RankSum, _) => "rank_sum",
        Elicitation::Ranking(RankReciprocal, _) => "rank_reciprocal",
        Elicitation::Pairwise(_) => "ahp_eigenvector",
        Elicitation::BestWorst(_) => "bwm_linear",
    }
}
