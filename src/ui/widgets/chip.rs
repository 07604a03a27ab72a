//! Chips: one of several to choose, side by side on one ground.

use egui::{Align2, Id, Pos2, Rect, Response, Sense, Ui, WidgetInfo, pos2, vec2};

use crate::chart::parts::TeamMark;
use crate::look::{Role, TypeSize, Weight, size};
use crate::text as words;
use crate::ui::theme::{Theme, corners, font_id};
use crate::ui::widgets::button::focus_ring;
use crate::ui::widgets::{mark, text};

/// One chip.
pub struct Chip<'a> {
    /// Made from the id of what it stands for.
    pub id: Id,
    pub label: &'a str,
    pub mark: Option<TeamMark>,
    pub is_chosen: bool,
}

const HEIGHT: f32 = 26.0;
const PADDING: f32 = 12.0;
const MARK_SIZE: f32 = 11.0;
const MARK_GAP: f32 = 7.0;
const NUMBER_GAP: f32 = 2.0;

/// Which chips show their names; one without a mark always does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Names {
    All,
    Chosen,
}

/// How wide chips are side by side.
pub fn width(ui: &Ui, chips: &[Chip], names: Names) -> f32 {
    chips.iter().map(|chip| chip_width(ui, chip, names)).sum::<f32>() + 4.0
}

/// Shows chips on one ground. Gives the index of one just chosen.
pub fn row_ui(ui: &mut Ui, chips: &[Chip], names: Names) -> Option<usize> {
    let total: f32 = chips.iter().map(|chip| chip_width(ui, chip, names)).sum();
    let (ground, _) = ui.allocate_exact_size(vec2(total + 4.0, HEIGHT + 4.0), Sense::hover());
    let theme = Theme::of(ui.ctx());
    ui.painter().rect_filled(ground, corners(size::CONTROL_RADIUS), theme.colour(Role::Sunken));
    let mut left = ground.left() + 2.0;
    let mut chosen = None;
    for (index, chip) in chips.iter().enumerate() {
        let rect = Rect::from_min_size(
            pos2(left, ground.top() + 2.0),
            vec2(chip_width(ui, chip, names), HEIGHT),
        );
        left = rect.right();
        let response = chip_ui(ui, theme, chip, rect, names);
        if response.clicked() {
            chosen = Some(index);
        }
    }
    chosen
}

/// Shows the chosen chip alone, as a button before a list of all. Gives the index of one just
/// chosen.
pub fn list_ui(ui: &mut Ui, chips: &[Chip]) -> Option<usize> {
    let name = chips.iter().find(|chip| chip.is_chosen).map_or("", |chip| chip.label);
    let mut chosen = None;
    let list =
        egui::ComboBox::from_id_salt("weightings").selected_text(name).width(110.0).truncate();
    let shown = list.show_ui(ui, |ui| {
        for (index, chip) in chips.iter().enumerate() {
            if ui.selectable_label(chip.is_chosen, chip.label).clicked() {
                chosen = Some(index);
            }
        }
    });
    shown
        .response
        .widget_info(|| WidgetInfo::labeled(egui::Role::ComboBox, true, words::bars::WEIGHTING));
    chosen
}

fn has_name(chip: &Chip, names: Names) -> bool {
    names == Names::All || chip.mark.is_none() || chip.is_chosen
}

fn chip_width(ui: &Ui, chip: &Chip, names: Names) -> f32 {
    let mark = chip.mark.map_or(0.0, |mark| MARK_SIZE + number_width(ui, mark));
    if !has_name(chip, names) {
        return mark + 2.0 * PADDING;
    }
    let font = font_id(TypeSize::Body, Weight::SemiBold);
    let name = ui
        .painter()
        .layout_no_wrap(chip.label.to_owned(), font, egui::Color32::PLACEHOLDER)
        .size()
        .x;
    let gap = if chip.mark.is_some() { MARK_GAP } else { 0.0 };
    (mark + gap + name + 2.0 * PADDING).ceil()
}

/// The number beside a mark that an earlier team has too.
fn number_set(theme: Theme) -> text::Type {
    text::Type { size: TypeSize::Scale, weight: Weight::SemiBold, colour: theme.colour(Role::Ink) }
}

fn number_width(ui: &Ui, mark: TeamMark) -> f32 {
    let number = mark.number.map(|number| number.to_string());
    number.map_or(0.0, |number| {
        let set = number_set(Theme::of(ui.ctx()));
        NUMBER_GAP + text::layout(ui.painter(), &number, set, f32::INFINITY, 1).size().x
    })
}

/// A team's mark from a point on, with its number; gives how wide they are.
fn team_ui(ui: &Ui, theme: Theme, team: TeamMark, at: Pos2) -> f32 {
    let centre = at + vec2(MARK_SIZE / 2.0, 0.0);
    mark::paint(ui.painter(), team.mark, centre, MARK_SIZE, theme.colour(Role::Team(team.mark)));
    if let Some(number) = team.number {
        let at = at + vec2(MARK_SIZE + NUMBER_GAP, 0.0);
        text::line(ui.painter(), at, Align2::LEFT_CENTER, &number.to_string(), number_set(theme));
    }
    MARK_SIZE + number_width(ui, team)
}

fn chip_ui(ui: &Ui, theme: Theme, chip: &Chip, rect: Rect, names: Names) -> Response {
    let response = ui.interact(rect, ui.scope_id().with(chip.id), Sense::click());
    response.widget_info(|| {
        WidgetInfo::selected(egui::Role::RadioButton, true, chip.is_chosen, chip.label)
    });
    if chip.is_chosen {
        let (fill, edge) =
            (theme.colour(Role::Raised), theme.stroke(size::RULE_STROKE, Role::Control));
        ui.painter().rect(
            rect,
            corners(size::CONTROL_RADIUS),
            fill,
            edge,
            egui::StrokeKind::Inside,
        );
    } else if response.hovered() {
        ui.painter().rect_filled(rect, corners(size::CONTROL_RADIUS), theme.colour(Role::Hover));
    }
    let mut at: Pos2 = rect.left_center() + vec2(PADDING, 0.0);
    if let Some(team) = chip.mark {
        at.x += team_ui(ui, theme, team, at) + MARK_GAP;
    }
    if has_name(chip, names) {
        let weight = if chip.is_chosen { Weight::SemiBold } else { Weight::Regular };
        let role = if chip.is_chosen { Role::Ink } else { Role::Ink2 };
        text::line(
            ui.painter(),
            at,
            Align2::LEFT_CENTER,
            chip.label,
            text::Type { size: TypeSize::Body, weight, colour: theme.colour(role) },
        );
    }
    focus_ring(ui, theme, &response);
    if has_name(chip, names) { response } else { response.on_hover_text(chip.label) }
}
