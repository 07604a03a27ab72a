//! egui's style from `look`: the only place that makes colours, fonts and strokes.
#![expect(
    clippy::disallowed_methods,
    reason = "colours are made here, from look's roles, and nowhere else"
)]

use std::sync::Arc;

use egui::style::{HandleShape, Selection, WidgetVisuals};
use egui::{
    Color32, Context, CornerRadius, FontData, FontDefinitions, FontFamily, FontId, Margin, Shadow,
    Stroke, Style, TextStyle, Vec2, Visuals,
};

use crate::look::{FaceFile, Fallbacks, Palette, Role, TypeSize, Weight, font, size};

/// What the window follows for light and dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum ThemeChoice {
    #[default]
    System,
    Light,
    Dark,
}

/// The colours of one pass.
#[derive(Clone, Copy, Debug)]
pub struct Theme {
    palette: Palette,
}

impl Theme {
    /// The theme that a context is in.
    pub fn of(ctx: &Context) -> Self {
        let palette = match ctx.theme() {
            egui::Theme::Dark => Palette::Dark,
            egui::Theme::Light => Palette::Light,
        };
        Self { palette }
    }

    pub fn colour(self, role: Role) -> Color32 {
        colour(self.palette, role)
    }

    pub fn stroke(self, width: f32, role: Role) -> Stroke {
        Stroke::new(width, self.colour(role))
    }
}

/// A font of the program in a size.
pub fn font_id(size: TypeSize, weight: Weight) -> FontId {
    FontId::new(size.points(), family(weight))
}

/// Puts the program's fonts, whatever faces were found behind them, and both styles into a context.
pub fn install(ctx: &Context, fallbacks: &Fallbacks) {
    install_fonts(ctx, fallbacks);
    // A system that says nothing gets the theme that a projector shows best.
    ctx.options_mut(|options| options.fallback_theme = egui::Theme::Light);
    for (theme, palette) in
        [(egui::Theme::Light, Palette::Light), (egui::Theme::Dark, Palette::Dark)]
    {
        ctx.style_mut_of(theme, |style| restyle(style, palette));
    }
}

/// Puts the program's fonts and the faces behind them into a context.
pub fn install_fonts(ctx: &Context, fallbacks: &Fallbacks) {
    ctx.set_fonts(font_definitions(&fallbacks.files()));
}

/// Follows a choice of light and dark.
pub fn choose(ctx: &Context, choice: ThemeChoice) {
    ctx.set_theme(match choice {
        ThemeChoice::System => egui::ThemePreference::System,
        ThemeChoice::Light => egui::ThemePreference::Light,
        ThemeChoice::Dark => egui::ThemePreference::Dark,
    });
}

/// A radius in whole points, as egui counts them.
pub fn corners(radius: f32) -> CornerRadius {
    CornerRadius::same(radius as u8)
}

fn colour(palette: Palette, role: Role) -> Color32 {
    let rgb = palette.colour(role);
    Color32::from_rgb(rgb.r, rgb.g, rgb.b)
}

/// The family of a weight of type.
pub fn family(weight: Weight) -> FontFamily {
    match weight {
        Weight::Regular => FontFamily::Proportional,
        Weight::Medium | Weight::SemiBold => {
            FontFamily::Name(format!("plex-{}", weight.number()).into())
        }
    }
}

/// The weight of a family of ours, the regular one of any other.
pub fn weight(of: &FontFamily) -> Weight {
    Weight::ALL.into_iter().find(|weight| family(*weight) == *of).unwrap_or(Weight::Regular)
}

/// For each weight the Latin font, the Arabic one behind it, and behind both the same faces from
/// elsewhere.
fn font_definitions(found: &[FaceFile]) -> FontDefinitions {
    let mut definitions = FontDefinitions::empty();
    let behind: Vec<String> = (0..found.len()).map(|place| format!("found-{place}")).collect();
    for (name, file) in behind.iter().zip(found) {
        let data = FontData { index: file.index, ..FontData::from_static(file.bytes) };
        definitions.font_data.insert(name.clone(), Arc::new(data));
    }
    for weight in Weight::ALL {
        let faces = [("latin", font::latin(weight)), ("arabic", font::arabic(weight))].map(
            |(script, bytes)| {
                let name = format!("{script}-{}", weight.number());
                definitions.font_data.insert(name.clone(), Arc::new(FontData::from_static(bytes)));
                name
            },
        );
        let chain = faces.into_iter().chain(behind.iter().cloned()).collect();
        definitions.families.insert(family(weight), chain);
    }
    let regular = definitions.families.get(&FontFamily::Proportional).cloned().unwrap_or_default();
    definitions.families.insert(FontFamily::Monospace, regular);
    definitions
}

fn restyle(style: &mut Style, palette: Palette) {
    let body = font_id(TypeSize::Body, Weight::Regular);
    style.text_styles = [
        (TextStyle::Small, font_id(TypeSize::Note, Weight::Regular)),
        (TextStyle::Body, body.clone()),
        (TextStyle::Monospace, body),
        (TextStyle::Button, font_id(TypeSize::Body, Weight::Medium)),
        (TextStyle::Heading, font_id(TypeSize::Headline, Weight::SemiBold)),
    ]
    .into();
    style.spacing.item_spacing = Vec2::new(8.0, 4.0);
    style.spacing.button_padding = Vec2::new(12.0, 6.0);
    style.spacing.interact_size = Vec2::new(32.0, 28.0);
    style.spacing.window_margin = Margin::same(16);
    style.spacing.slider_rail_height = 4.0;
    style.spacing.scroll.dormant_handle_opacity = 0.3;
    style.animation_time = size::COLOUR_DURATION.as_secs_f32();
    restyle_visuals(&mut style.visuals, palette);
}

fn restyle_visuals(visuals: &mut Visuals, palette: Palette) {
    let role = |role| colour(palette, role);
    visuals.override_text_color = None;
    visuals.weak_text_color = Some(role(Role::Ink3));
    visuals.panel_fill = role(Role::Canvas);
    visuals.window_fill = role(Role::Raised);
    visuals.window_stroke = Stroke::new(size::RULE_STROKE, role(Role::Line));
    visuals.extreme_bg_color = role(Role::Raised);
    visuals.text_edit_bg_color = Some(role(Role::Raised));
    visuals.faint_bg_color = role(Role::Hover);
    visuals.code_bg_color = role(Role::Sunken);
    visuals.hyperlink_color = role(Role::Lead);
    visuals.warn_fg_color = role(Role::WarnText);
    visuals.error_fg_color = role(Role::Error);
    visuals.selection = Selection {
        bg_fill: role(Role::LeadLine),
        stroke: Stroke::new(size::ICON_STROKE, role(Role::Ink)),
    };
    visuals.window_shadow = Shadow::NONE;
    visuals.popup_shadow = Shadow::NONE;
    visuals.window_corner_radius = corners(size::FLOATING_RADIUS);
    visuals.menu_corner_radius = corners(size::PANEL_RADIUS);
    visuals.slider_trailing_fill = true;
    visuals.handle_shape = HandleShape::Circle;
    visuals.text_cursor.stroke = Stroke::new(size::ICON_STROKE, role(Role::Lead));
    let widget = |ground, border, ink| WidgetVisuals {
        bg_fill: role(ground),
        weak_bg_fill: role(ground),
        bg_stroke: Stroke::new(size::RULE_STROKE, role(border)),
        corner_radius: corners(size::CONTROL_RADIUS),
        fg_stroke: Stroke::new(size::ICON_STROKE, role(ink)),
        expansion: 0.0,
    };
    visuals.widgets.noninteractive = widget(Role::Chrome, Role::Line, Role::Ink);
    visuals.widgets.inactive = widget(Role::Raised, Role::Control, Role::Ink);
    visuals.widgets.hovered = widget(Role::Hover, Role::Control, Role::Ink);
    visuals.widgets.active = widget(Role::LeadTint, Role::Lead, Role::Ink);
    visuals.widgets.active.bg_stroke.width = size::FOCUS_STROKE;
    visuals.widgets.open = widget(Role::LeadTint, Role::Control, Role::Ink);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::look::Rgb;

    fn rgb(colour: Color32) -> Rgb {
        Rgb { r: colour.r(), g: colour.g(), b: colour.b() }
    }

    #[test]
    fn what_is_selected_can_be_read_and_told_from_what_is_not() {
        for palette in [Palette::Light, Palette::Dark] {
            let mut style = Style::default();
            restyle(&mut style, palette);
            let visuals = &style.visuals;
            let ground = rgb(visuals.selection.bg_fill);
            let text = rgb(visuals.selection.stroke.color).contrast(ground);
            assert!(text >= 4.5, "{palette:?}: text {text}");
            for role in [Role::Raised, Role::Canvas, Role::Chrome] {
                let apart = ground.contrast(palette.colour(role));
                assert!(apart >= 1.5, "{palette:?}: {apart} from {role:?}");
            }
        }
    }
}
