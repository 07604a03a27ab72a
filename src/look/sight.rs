//! How a colour looks to someone who lacks one kind of cone. For tests only: nothing on screen is
//! simulated.
//!
//! The matrices are those of Machado, Oliveira and Fernandes (2009) for full severity, applied to
//! linear sRGB.

use super::colour::{Rgb, oklab};

/// A way of seeing colours.
#[derive(Clone, Copy, Debug)]
pub enum Sight {
    Normal,
    Protan,
    Deutan,
    Tritan,
}

impl Sight {
    pub const ALL: [Self; 4] = [Self::Normal, Self::Protan, Self::Deutan, Self::Tritan];

    /// The distance of two colours as this sight sees them, in `OKLab` × 100.
    pub fn distance(self, one: Rgb, other: Rgb) -> f64 {
        let (one, other) = (oklab(self.see(one)), oklab(self.see(other)));
        let squares: f64 = one.iter().zip(other).map(|(a, b)| (a - b).powi(2)).sum();
        100.0 * squares.sqrt()
    }

    fn see(self, colour: Rgb) -> [f64; 3] {
        let light = colour.linear();
        self.matrix().map(|row| {
            let seen: f64 = row.iter().zip(light).map(|(factor, channel)| factor * channel).sum();
            seen.clamp(0.0, 1.0)
        })
    }

    fn matrix(self) -> [[f64; 3]; 3] {
        match self {
            Self::Normal => [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]],
            Self::Protan => [
                [0.152_286, 1.052_583, -0.204_868],
                [0.114_503, 0.786_281, 0.099_216],
                [-0.003_882, -0.048_116, 1.051_998],
            ],
            Self::Deutan => [
                [0.367_322, 0.860_646, -0.227_968],
                [0.280_085, 0.672_501, 0.047_413],
                [-0.011_820, 0.042_940, 0.968_881],
            ],
            Self::Tritan => [
                [1.255_528, -0.076_749, -0.178_779],
                [-0.078_411, 0.930_809, 0.147_602],
                [0.004_733, 0.691_367, 0.303_900],
            ],
        }
    }
}
