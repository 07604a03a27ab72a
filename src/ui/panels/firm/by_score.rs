//! Moved by score: which single score, moved how little, would turn the result, against how weak
//! its evidence is; and the exact odds.

use egui::{Id, Ui};

use super::page::{FirmPanel, Outside, Page, columns_ui, note_ui};
use crate::analysis::Doubt;
use crate::analysis::{CriticalCell, Odds};
use crate::chart::{Frame, Subject, TurningScore, odds_bar, power, turning};
use crate::evaluation::{Drawn, Placed};
use crate::model::Alternative;
use crate::session::Selection;
use crate::session::results::{CriticalOf, Known, OddsOf, PlacesOf};
use crate::text::{self, firm as words};
use crate::ui::panels::title;
use crate::ui::stage::Stage;
use crate::ui::widgets::{button, scene};
use crate::ui::{Action, Command};

/// How much of the room the chart has.
const CHART_PART: f32 = 0.575;

/// So many marks are drawn and so many rows listed, the nearest.
const MOST_MARKS: usize = 120;
const MOST_LISTED: usize = 40;

type Cells = Known<Vec<CriticalCell>>;

fn cells(page: Page) -> Option<Cells> {
    let session = page.context.session;
    session.ask(&CriticalOf(session.weighting.clone())).last().cloned()
}

/// How many scores could turn the result within their ranges, and which is the nearest.
pub(super) fn heading(page: Page) -> (String, String) {
    let (scenario, ranking) = (&page.shown.scenario, &page.shown.evaluation.ranking);
    let Some(found) = cells(page) else {
        return (text::headline(scenario, ranking), text::updating::BEING_COMPUTED.to_owned());
    };
    let nearest = text::nearest_score(found.scenario(), &found);
    let note: Vec<String> = nearest
        .into_iter()
        .chain([words::one_at_a_time(page.weights)])
        .chain(words::open(scenario, ranking))
        .collect();
    (text::critical_heading(found.scenario(), ranking, &found), note.join(" "))
}

impl FirmPanel {
    pub(super) fn by_score_ui(&mut self, page: Page, ui: &mut Ui) {
        let Some(found) = cells(page) else { return };
        let mut outside = self.outside;
        let chart_ui = |ui: &mut Ui| {
            power_ui(page, &found, ui);
            ui.add_space(20.0);
            odds_ui(page, ui);
        };
        columns_ui(ui, CHART_PART, chart_ui, |ui| list_ui(page, &found, &mut outside, ui));
        self.outside = outside;
    }
}

fn power_ui(page: Page, found: &Cells, ui: &mut Ui) {
    let scenario = found.scenario();
    title::ui(words::POWER, words::POWER_NOTE, ui);
    let all = page.shown.evaluation.ranking.ranked.len() * scenario.criteria.len();
    let frame = Frame::screen(ui.available_width(), page.context.measurer);
    let shown = found.get(..MOST_MARKS.min(found.len())).unwrap_or_default();
    let counts = (found.len(), all);
    let chart = power(frame, scenario, shown, counts, words::POWER.to_owned());
    if chart.parts.is_empty() {
        return note_ui(&text::critical_heading(scenario, &page.firm.ranking, found), ui);
    }
    go_to(page, scene::ui(Id::unique("power"), &chart, ui).clicked);
}

/// The scores that could turn it inside their range, then the rest where it is asked for.
fn list_ui(page: Page, found: &Cells, outside: &mut Outside, ui: &mut Ui) {
    title::ui(words::COULD_CHANGE, words::NEAREST_FIRST, ui);
    let (inside, rest): (Vec<&CriticalCell>, Vec<&CriticalCell>) =
        found.iter().partition(|cell| cell.inside);
    let is_folded = *outside == Outside::Folded && !inside.is_empty();
    let listed = inside.into_iter().chain(rest.iter().copied().filter(|_| !is_folded));
    let scores: Vec<TurningScore> =
        listed.take(MOST_LISTED).filter_map(|cell| turning_score(page, found, cell)).collect();
    let leaders = page.leaders();
    let options = found.scenario().options.iter().enumerate();
    let leading: Vec<usize> =
        options.filter(|(_, it)| leaders.contains(&&it.id)).map(|(at, _)| at).collect();
    let frame = Frame::screen(ui.available_width(), page.context.measurer);
    let heading = words::COULD_CHANGE.to_owned();
    let chart = turning(frame, found.scenario(), &scores, &leading, heading);
    go_to(page, scene::ui(Id::unique("turning"), &chart, ui).clicked);
    let left = found.len() - scores.len();
    if !is_folded && left > 0 {
        note_ui(&text::counts::and_more(left), ui);
    }
    if is_folded && !rest.is_empty() {
        let more = words::more_outside(rest.len());
        if button::link_ui(ui, Id::unique("outside"), &more, None).clicked() {
            *outside = Outside::Listed;
        }
    }
}

/// A score with its own range and its criterion's.
fn turning_score<'a>(
    page: Page,
    found: &Cells,
    cell: &'a CriticalCell,
) -> Option<TurningScore<'a>> {
    let scenario = found.scenario();
    let (option, criterion) =
        (scenario.options.get(cell.option)?, scenario.criteria.get(cell.criterion)?);
    let weighting = &page.context.session.weighting;
    let counted = weighting.score(scenario, &option.id, &criterion.id)?;
    let scale = page.shown.evaluation.problem.scales.get(cell.criterion)?;
    Some(TurningScore { cell, doubt: counted.ends(), range: scale.range(criterion)? })
}

/// Goes to a score in the matrix.
fn go_to(page: Page, clicked: Option<Subject>) {
    if let Some(Subject::Cell(option, criterion)) = clicked {
        page.context.queue.push(Action::Select(Selection::Cell(option, criterion)));
        page.context.queue.push(Action::Do(Command::Show(Stage::Matrix)));
    }
}

/// Under which part of all weightings each option is first: exactly, or as it was drawn where that
/// is too much to count.
fn odds_ui(page: Page, ui: &mut Ui) {
    let session = page.context.session;
    let answer = session.ask(&OddsOf(session.weighting.clone()));
    let Some(known) = answer.last() else { return };
    let scenario = known.scenario();
    let exact = known.0.as_ref().and_then(exact_parts);
    let is_exact = exact.is_some();
    let Some(parts) = exact.or_else(|| drawn_parts(page)) else { return };
    let Some((option, _, told)) = parts.iter().max_by(|a, b| a.1.total_cmp(&b.1)) else { return };
    let name = scenario.options.get(*option).map_or("", Alternative::label);
    let heading =
        if is_exact { words::odds_heading(name, told) } else { words::drawn_heading(name, told) };
    title::ui(&heading, if is_exact { words::EXACT } else { "" }, ui);
    let tones = page.tones(scenario);
    let frame = Frame::screen(ui.available_width(), page.context.measurer);
    scene::ui(Id::unique("odds"), &odds_bar(frame, &tones, &parts, heading), ui);
    note_ui(if is_exact { words::COUNTED } else { words::DRAWN }, ui);
}

/// Options with their parts, and how each part is told.
type Parts = Vec<(usize, f64, String)>;

fn exact_parts(odds: &Odds) -> Option<Parts> {
    let parts = odds.options.iter().zip(odds.first.as_ref()?);
    Some(parts.map(|(option, part)| (*option, *part, text::exact_percent(*part))).collect())
}

fn drawn_parts(page: Page) -> Option<Parts> {
    let weighting = page.context.session.weighting.clone();
    let (drawn, doubt) = (Drawn::Any, Doubt::AsGiven);
    let answer = page.context.session.ask(&PlacesOf { weighting, trial: None, drawn, doubt });
    let known = answer.last()?;
    let Placed { options, first, .. } = known.0.as_ref()?;
    let parts = options.iter().zip(first);
    Some(parts.map(|(option, part)| (*option, *part, words::of_twenty(*part))).collect())
}
