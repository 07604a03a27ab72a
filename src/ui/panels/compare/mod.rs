//! Two views side by side: two teams, two rounds, or this document and another file. What each
//! criterion moves of the gap between them, cell by cell what differs, and a list from which a
//! score or a weight is taken over, with what follows.

mod choice;
mod documents;
mod listed;
mod taking;
mod views;

use std::sync::Arc;

use egui::{Id, RichText, Ui};

use super::StagePanel;
use super::answer::last_ui;
use crate::chart::{Frame, Rows};
use crate::evaluation::Weighting;
use crate::look::{Role, TypeSize, size};
use crate::model::{Round, Scenario};
use crate::session::results::{Answer, Compared, Comparison, Known, OtherDocument, ViewOf};
use crate::text::{self, Sides};
use crate::ui::ViewContext;
use crate::ui::panels::title::heading_ui;
use crate::ui::theme::Theme;
use crate::ui::widgets::kept::{Kept, Same};
use crate::ui::widgets::scene;
use documents::DocumentList;
use listed::{Chart, Listed, Taking};

/// What the page keeps between frames.
#[derive(Default)]
pub struct ComparePanel {
    left: Option<Chosen>,
    right: Option<Chosen>,
    /// The closed rounds that were compared, as documents.
    rounds: Vec<(Arc<Round>, OtherDocument)>,
    /// The document of another file, by the file's name.
    other: Option<(String, OtherDocument)>,
    /// What was compared last, with what came of it.
    last: Option<(Comparison, Known<Compared>)>,
    rows: Rows,
    chart: Kept<ChartOf, Chart>,
    list: DocumentList,
}

/// What the chart is built of: the result, what its sides are called, which rows are shown, width,
/// and the faces that it is set in.
type ChartOf = (Same<Compared>, [String; 2], Rows, u32, usize);

/// What stands on a side: a view of this document, of a closed round of it by its name, or of the
/// other document.
#[derive(Clone, Debug, PartialEq)]
enum Chosen {
    Here(Weighting),
    Round(String, Weighting),
    Other(Weighting),
}

/// What stands on both sides.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Things {
    /// Views of this document.
    Views,
    /// This document and another.
    Documents,
}

impl Chosen {
    /// What it makes of the comparison, standing on the right.
    fn compared(&self) -> Things {
        match self {
            Self::Here(_) | Self::Round(..) => Things::Views,
            Self::Other(_) => Things::Documents,
        }
    }
}

impl StagePanel for ComparePanel {
    fn ui(&mut self, context: ViewContext, ui: &mut Ui) {
        let scenario = context.session.scenario();
        let area = egui::ScrollArea::vertical().id_salt("compare").auto_shrink([false, false]);
        area.show(ui, |ui| {
            ui.add_space(14.0);
            let (left, right) = self.sides(scenario);
            if right == left {
                heading_ui(text::compare::CHOOSE_VIEWS, TypeSize::Headline, ui);
                return self.choice_ui(context, (&left, &right), None, ui);
            }
            let things = right.compared();
            let names = [self.name(scenario, &left, things), self.name(scenario, &right, things)];
            let sides = [&left, &right].map(|side| self.view_of(scenario, side));
            let comparison = Comparison::new(sides, &context.session.locks);
            let answer = context.session.ask(&comparison);
            let known = self.last_of(comparison, &answer).or_else(|| last_ui(&answer, ui));
            let Some(known) = known else {
                return self.choice_ui(context, (&left, &right), None, ui);
            };
            let taking = if answer.fresh().is_some() { Taking::Allowed } else { Taking::Waits };
            self.known_ui(context, &known, (&left, &right), (&names, taking), ui);
        });
    }
}

impl ComparePanel {
    /// Another file was read: all of it is compared.
    pub fn compare_with(&mut self, name: String, scenario: Scenario) {
        self.other = Some((name, OtherDocument::new(scenario)));
        self.left = Some(Chosen::Here(Weighting::Mean));
        self.right = Some(Chosen::Other(Weighting::Mean));
    }

    /// The other document is compared no more.
    pub fn forget_other(&mut self) {
        (self.other, self.left, self.right) = (None, None, None);
    }

    /// The last result between the same sides: while another lock is all that is new, the page
    /// stays as it is until what can be taken over is known.
    fn last_of(
        &mut self,
        comparison: Comparison,
        answer: &Answer<Compared>,
    ) -> Option<Known<Compared>> {
        if let Some(known) = answer.last() {
            self.last = Some((comparison, known.clone()));
            return Some(known.clone());
        }
        let is_pending = matches!(answer, Answer::Pending { .. });
        let (last, known) = self.last.as_ref().filter(|_| is_pending)?;
        last.has_sides_of(&comparison).then(|| known.clone())
    }

    /// What the two part over, the chart, and the list of what differs.
    fn known_ui(
        &mut self,
        context: ViewContext,
        known: &Known<Compared>,
        (left, right): (&Chosen, &Chosen),
        (names, taking): (&[String; 2], Taking),
        ui: &mut Ui,
    ) {
        let frame = Frame::screen(ui.available_width() - 16.0, context.measurer);
        self.draw(frame, &known.result, names);
        let Some(chart) = self.chart.known() else { return };
        heading_ui(&chart.scene.heading, TypeSize::Headline, ui);
        ui.label(RichText::new(&chart.subtitle).color(Theme::of(ui.ctx()).colour(Role::Ink2)));
        let marks = chart.marks.clone();
        ui.add_space(6.0);
        self.choice_ui(context, (left, right), Some(&marks), ui);
        ui.add_space(10.0);
        let Some(chart) = self.chart.known() else { return };
        if !chart.scene.parts.is_empty() {
            scene::ui(Id::unique("compared"), &chart.scene, ui);
            ui.add_space(16.0);
        }
        let documents: [&Scenario; 2] = chart.documents.each_ref().map(AsRef::as_ref);
        let sides = Sides { names: [&names[0], &names[1]], documents };
        let listed = Listed { compared: &known.result, sides, chart, taking };
        if known.is_of_documents {
            self.list.ui(context, listed, ui);
        } else {
            views::ui(context, listed, frame.width, ui);
        }
        ui.add_space(size::CANVAS_PADDING);
    }

    /// Draws the chart anew where what it shows is another.
    fn draw(&mut self, frame: Frame, known: &Arc<Compared>, names: &[String; 2]) {
        let (width, faces) = (frame.width.to_bits(), frame.measurer.faces_found());
        let key = (Same(Arc::clone(known)), names.clone(), self.rows, width, faces);
        let rows = self.rows;
        self.chart.get(key, || Chart::new(frame, known, [&names[0], &names[1]], rows));
    }

    fn view_of(&mut self, scenario: &Scenario, chosen: &Chosen) -> ViewOf {
        match (chosen, &self.other) {
            (Chosen::Round(name, weighting), _) => match self.round(scenario, name) {
                Some(round) => ViewOf::Round(round, weighting.clone()),
                None => ViewOf::Here(weighting.clone()),
            },
            (Chosen::Other(weighting), Some((_, other))) => {
                ViewOf::File(other.clone(), weighting.clone())
            }
            (Chosen::Here(weighting) | Chosen::Other(weighting), _) => {
                ViewOf::Here(weighting.clone())
            }
        }
    }

    /// A closed round as a document, the same from frame to frame.
    fn round(&mut self, scenario: &Scenario, name: &str) -> Option<OtherDocument> {
        let round = scenario.rounds.iter().find(|round| round.name == *name)?;
        let known = self.rounds.iter().find(|(known, _)| Arc::ptr_eq(known, round));
        if let Some((_, document)) = known {
            return Some(document.clone());
        }
        let document = OtherDocument::new(scenario.at_round(round));
        self.rounds.retain(|(known, _)| scenario.rounds.iter().any(|it| Arc::ptr_eq(it, known)));
        self.rounds.push((Arc::clone(round), document.clone()));
        Some(document)
    }
}
