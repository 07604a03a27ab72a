//! The colour of every role in three palettes.
//!
//! The tests recompute every contrast ratio the visual design states, and the distances of the team
//! colours.

use super::{
    colour::Rgb,
    mark::Mark,
    role::{Heat, Hue, Role},
};

/// A set of colours. Paper is the light set on a pure white ground.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Palette {
    Light,
    Dark,
    Paper,
}

impl Palette {
    /// The colour of a role.
    #[must_use]
    pub fn colour(self, role: Role) -> Rgb {
        match (self, role) {
            (Self::Paper, Role::Chrome) => self.colour(Role::Canvas),
            (_, Role::CriterionTrack(hue)) => {
                self.colour(Role::Criterion(hue)).mix(self.colour(Role::Canvas), self.track_part())
            }
            (Self::Light | Self::Paper, _) => Rgb::hex(codes(role).0),
            (Self::Dark, _) => Rgb::hex(codes(role).1),
        }
    }

    /// How much of a criterion's colour its track has; the rest is canvas.
    fn track_part(self) -> f64 {
        match self {
            Self::Light | Self::Paper => 0.15,
            Self::Dark => 0.17,
        }
    }
}

/// The colour of a role in the light and in the dark palette.
const fn codes(role: Role) -> (u32, u32) {
    match role {
        Role::Canvas => (0xFF_FFFF, 0x17_191D),
        Role::Chrome => (0xF5_F4F0, 0x10_1215),
        Role::Raised => (0xFF_FFFF, 0x1E_2126),
        Role::Sunken => (0xEC_EAE3, 0x0C_0E10),
        Role::Hover => (0xF0_EEE8, 0x22_262C),
        Role::Line => (0xDE_DBD3, 0x30_343B),
        Role::Control => (0x85_827A, 0x73_7985),
        Role::Ink => (0x1A_1C21, 0xEC_EAE4),
        Role::Ink2 => (0x48_4C55, 0xBB_BDC3),
        Role::Ink3 => (0x64_6872, 0x96_9AA4),
        Role::Lead => (0x1F_4E9E, 0x86_AEF5),
        Role::OnLead => (0xFF_FFFF, 0x0E_1420),
        Role::LeadTint => (0xE8_EEF8, 0x1D_2A44),
        Role::LeadLine => (0xA9_C1E8, 0x3F_5E97),
        Role::WarnMark => (0xB8_6E00, 0xF0_B45A),
        Role::WarnText => (0x8A_4B00, 0xF0_B45A),
        Role::WarnTint => (0xFF_F4E0, 0x2C_2416),
        Role::Error => (0xB3_261E, 0xFF_8A80),
        Role::Ok => (0x27_694A, 0x7F_CFA0),
        Role::OptionTone => (0x8A_94A4, 0x5D_6776),
        Role::OptionTone2 => (0xD3_D7DD, 0x3A_404A),
        Role::OptionTone3 => (0xF3_F4F6, 0x26_2A31),
        Role::OptionEdge => (0x8A_94A4, 0x7C_8695),
        Role::Heat(heat) => heat_codes(heat),
        Role::OnHeat(heat) => on_heat_codes(heat),
        Role::Criterion(hue) | Role::CriterionTrack(hue) => criterion_codes(hue),
        Role::OnCriterion(hue) => on_criterion_codes(hue),
        Role::Team(mark) => team_codes(mark),
    }
}

const fn heat_codes(heat: Heat) -> (u32, u32) {
    match heat {
        Heat::None => codes(Role::Canvas),
        Heat::Little => (0xDC_E6F6, 0x1F_2B43),
        Heat::Some => (0xA9_C1E8, 0x30_4C82),
        Heat::Much => (0x6E_93D2, 0x5C_86D0),
        Heat::Most => (0x1F_4E9E, 0xA9_C6FA),
    }
}

const fn on_heat_codes(heat: Heat) -> (u32, u32) {
    let (ink, on_dark) = (codes(Role::Ink), codes(Role::OnLead).1);
    match heat {
        Heat::None | Heat::Little | Heat::Some => ink,
        Heat::Much => (ink.0, on_dark),
        Heat::Most => (0xFF_FFFF, on_dark),
    }
}

const fn criterion_codes(hue: Hue) -> (u32, u32) {
    match hue {
        Hue::Ochre => (0xB7_8C35, 0xC9_A052),
        Hue::Clay => (0xB5_4E44, 0xCC_6D61),
        Hue::Mauve => (0xAF_83B6, 0xBE_96C6),
        Hue::Steel => (0x4B_6E99, 0x6A_8EBC),
        Hue::Sage => (0x66_A268, 0x7F_B681),
        Hue::Teal => (0x1E_7982, 0x3E_98A2),
        Hue::Sand => (0xB0_8B6F, 0xD3_B08F),
        Hue::Plum => (0x90_466C, 0xB3_6C8F),
    }
}

const fn on_criterion_codes(hue: Hue) -> (u32, u32) {
    let light = match hue {
        Hue::Ochre | Hue::Mauve | Hue::Sage | Hue::Sand => codes(Role::Ink).0,
        Hue::Clay | Hue::Steel | Hue::Teal | Hue::Plum => 0xFF_FFFF,
    };
    (light, 0x14_161A)
}

const fn team_codes(mark: Mark) -> (u32, u32) {
    match mark {
        Mark::Circle => (0x16_877B, 0x3F_C2B2),
        Mark::Square => (0x7A_45C8, 0xB2_94F2),
        Mark::Triangle => (0xDA_5B12, 0xFF_9A56),
        Mark::Diamond => (0x74_200F, 0xE9_D3B0),
        Mark::TriangleDown => (0xCB_66AB, 0xC9_4F94),
        Mark::Hexagon => (0x1B_0F5C, 0x8A_8F2E),
        Mark::Plus => (0x00_95FF, 0x44_60FE),
        Mark::Star => (0x54_029A, 0xA2_FF00),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::look::sight::Sight;

    const BOTH: [Palette; 2] = [Palette::Light, Palette::Dark];

    #[test]
    fn digits_on_heat_and_words_on_tones_can_be_read() {
        for palette in BOTH {
            let ratio =
                |ink: Role, ground: Role| palette.colour(ink).contrast(palette.colour(ground));
            for heat in Heat::ALL {
                let found = ratio(Role::OnHeat(heat), Role::Heat(heat));
                assert!(found >= 5.05, "{palette:?} {heat:?}: {found}");
            }
            for tone in [Role::OptionTone, Role::OptionTone2, Role::OptionTone3] {
                assert!(ratio(Role::Ink, tone) >= 4.5, "{palette:?} {tone:?}");
            }
            assert!(ratio(Role::OptionEdge, Role::Canvas) >= 3.0);
        }
    }

    /// A role, the ground it stands on, and the ratio the design prints for it: light, dark.
    const STATED: [(Role, Role, [f64; 2]); 24] = [
        (Role::Control, Role::Canvas, [3.8, 4.0]),
        (Role::Ink, Role::Canvas, [17.1, 14.6]),
        (Role::Ink2, Role::Canvas, [8.6, 9.4]),
        (Role::Ink3, Role::Canvas, [5.6, 6.3]),
        (Role::Lead, Role::Canvas, [8.0, 7.9]),
        (Role::OnLead, Role::Lead, [8.0, 8.2]),
        (Role::Ink, Role::LeadTint, [14.6, 11.9]),
        (Role::WarnMark, Role::Canvas, [4.0, 9.5]),
        (Role::WarnText, Role::WarnTint, [6.2, 8.3]),
        (Role::Error, Role::Canvas, [6.5, 7.7]),
        (Role::Ok, Role::Canvas, [6.6, 9.5]),
        (Role::OptionTone, Role::Canvas, [3.1, 3.1]),
        (Role::OnCriterion(Hue::Ochre), Role::Criterion(Hue::Ochre), [5.5, 7.5]),
        (Role::OnCriterion(Hue::Clay), Role::Criterion(Hue::Clay), [5.1, 5.1]),
        (Role::OnCriterion(Hue::Mauve), Role::Criterion(Hue::Mauve), [5.5, 7.2]),
        (Role::OnCriterion(Hue::Steel), Role::Criterion(Hue::Steel), [5.3, 5.4]),
        (Role::OnCriterion(Hue::Sage), Role::Criterion(Hue::Sage), [5.6, 7.7]),
        (Role::OnCriterion(Hue::Teal), Role::Criterion(Hue::Teal), [5.1, 5.4]),
        (Role::OnCriterion(Hue::Sand), Role::Criterion(Hue::Sand), [5.5, 8.9]),
        (Role::OnCriterion(Hue::Plum), Role::Criterion(Hue::Plum), [6.4, 4.7]),
        (Role::Team(Mark::Circle), Role::Canvas, [4.4, 8.0]),
        (Role::Team(Mark::Square), Role::Canvas, [6.0, 7.1]),
        (Role::Team(Mark::Triangle), Role::Canvas, [3.8, 8.4]),
        (Role::Team(Mark::Diamond), Role::Canvas, [10.7, 12.1]),
    ];

    fn ratio(palette: Palette, role: Role, ground: Role) -> f64 {
        palette.colour(role).contrast(palette.colour(ground))
    }

    /// The smallest distance between the team colours of `marks` and all the others, under every
    /// sight.
    fn smallest_team_distance(palette: Palette, marks: &[Mark], others: &[Mark]) -> f64 {
        let colour = |mark: &Mark| palette.colour(Role::Team(*mark));
        let pairs = marks.iter().flat_map(|mark| others.iter().map(move |other| (mark, other)));
        pairs
            .filter(|(mark, other)| mark != other)
            .flat_map(|(mark, other)| {
                Sight::ALL.map(|sight| sight.distance(colour(mark), colour(other)))
            })
            .fold(f64::INFINITY, f64::min)
    }

    #[test]
    fn stated_ratios_come_out() {
        for (role, ground, stated) in STATED {
            for (palette, printed) in BOTH.into_iter().zip(stated) {
                let found = ratio(palette, role, ground);
                assert!(
                    (found - printed).abs() <= 0.06,
                    "{palette:?} {role:?} on {ground:?}: {found}"
                );
            }
        }
    }

    #[test]
    fn light_criteria_have_the_stated_ratio_on_canvas() {
        let stated = [3.1, 5.1, 3.1, 5.3, 3.0, 5.1, 3.1, 6.4];
        for (hue, printed) in Hue::ALL.into_iter().zip(stated) {
            let found = ratio(Palette::Light, Role::Criterion(hue), Role::Canvas);
            assert!((found - printed).abs() <= 0.05, "{hue:?}: {found}");
        }
    }

    #[test]
    fn the_palest_text_has_the_stated_worst_ratio() {
        let worst = |palette: Palette| {
            let grounds = [
                Role::Canvas,
                Role::Chrome,
                Role::Raised,
                Role::Sunken,
                Role::Hover,
                Role::LeadTint,
            ];
            grounds
                .map(|ground| ratio(palette, Role::Ink3, ground))
                .into_iter()
                .fold(f64::INFINITY, f64::min)
        };
        assert!((worst(Palette::Light) - 4.6).abs() <= 0.05);
        assert!((worst(Palette::Dark) - 5.1).abs() <= 0.05);
    }

    #[test]
    fn text_reaches_four_and_a_half_on_its_grounds() {
        let grounds =
            [Role::Canvas, Role::Chrome, Role::Raised, Role::Sunken, Role::Hover, Role::LeadTint];
        let inks = [Role::Ink, Role::Ink2, Role::Ink3, Role::Lead];
        let mut pairs: Vec<(Role, Role)> =
            inks.into_iter().flat_map(|ink| grounds.map(|ground| (ink, ground))).collect();
        pairs.extend([
            (Role::OnLead, Role::Lead),
            (Role::WarnText, Role::WarnTint),
            (Role::WarnText, Role::Canvas),
        ]);
        pairs.extend([
            (Role::Error, Role::Canvas),
            (Role::Ok, Role::Canvas),
            (Role::Ok, Role::Chrome),
            (Role::WarnText, Role::Chrome),
        ]);
        pairs.extend(Hue::ALL.map(|hue| (Role::OnCriterion(hue), Role::Criterion(hue))));
        for palette in [Palette::Light, Palette::Dark, Palette::Paper] {
            for (role, ground) in &pairs {
                let found = ratio(palette, *role, *ground);
                assert!(found >= 4.5, "{palette:?} {role:?} on {ground:?}: {found}");
            }
        }
    }

    #[test]
    fn marks_reach_three_on_canvas() {
        let mut marks = vec![Role::Control, Role::Lead, Role::WarnMark, Role::Error, Role::Ok];
        marks.push(Role::OptionTone);
        marks.extend(Hue::ALL.map(Role::Criterion));
        marks.extend(Mark::ALL.map(Role::Team));
        for palette in [Palette::Light, Palette::Dark, Palette::Paper] {
            for role in &marks {
                let found = ratio(palette, *role, Role::Canvas);
                assert!(found >= 3.0, "{palette:?} {role:?}: {found}");
            }
        }
    }

    #[test]
    fn the_first_four_teams_differ_under_every_sight() {
        let four = &Mark::ALL[..4];
        assert!(smallest_team_distance(Palette::Light, four, four) >= 11.8);
        assert!(smallest_team_distance(Palette::Dark, four, four) >= 9.45);
    }

    #[test]
    fn the_seventh_and_eighth_team_differ_from_all_others_under_every_sight() {
        let last = &Mark::ALL[6..];
        assert!(smallest_team_distance(Palette::Light, last, &Mark::ALL) >= 12.2);
        assert!(smallest_team_distance(Palette::Dark, last, &Mark::ALL) >= 12.8);
    }

    /// On light, the first and the fifth team come closest, seen without red cones; one is a
    /// circle, one a triangle.
    #[test]
    fn all_eight_teams_differ_under_every_sight() {
        assert!(smallest_team_distance(Palette::Light, &Mark::ALL, &Mark::ALL) >= 8.0);
        assert!(smallest_team_distance(Palette::Dark, &Mark::ALL, &Mark::ALL) >= 9.45);
    }

    #[test]
    fn paper_is_light_on_pure_white() {
        assert_eq!(Palette::Paper.colour(Role::Canvas), Rgb::hex(0xFF_FFFF));
        assert_eq!(Palette::Paper.colour(Role::Chrome), Rgb::hex(0xFF_FFFF));
        assert_eq!(Palette::Paper.colour(Role::Ink), Palette::Light.colour(Role::Ink));
    }

    #[test]
    fn a_track_is_a_tint_of_its_criterion_over_the_canvas() {
        let track = |palette: Palette| palette.colour(Role::CriterionTrack(Hue::Ochre));
        assert_eq!(track(Palette::Light), Rgb::hex(0xF4_EEE1));
        assert_eq!(track(Palette::Dark), Rgb::hex(0x35_3026));
    }
}
