//! Bytes changed at random: whatever comes of it, reading ends with a scenario or with errors that
//! say something.

use std::panic::{AssertUnwindSafe, catch_unwind};

use mizan::{store, text};

const MUTATIONS: u32 = 2_000;
/// Of what still opens, one in so many is written and read again.
const ROUND_TRIP: u32 = 8;

/// Knuth's linear congruential generator (MMIX), the same on every machine.
pub struct Lcg(pub u64);

impl Lcg {
    pub fn below(&mut self, end: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % end
    }
}

/// Pieces that mean something to a reader of RON.
const PIECES: [&[u8]; 24] = [
    b"(", b")", b"[", b"]", b"{", b"}", b"\"", b"'", b",", b":", b"/*", b"*/", b"//", b"r#\"",
    b"\"#", b"\\", b"\\u{", b"\0", b"\xFF", b"-", b"1e999", b"NaN", b"Some(", b"\r\n",
];

/// One to three changes: a byte turned, a stretch taken out or doubled, or a piece put in.
fn mutated(sound: &[u8], random: &mut Lcg) -> Vec<u8> {
    let mut bytes = sound.to_vec();
    for _ in 0..=random.below(3) {
        let at = random.below(bytes.len());
        let end = bytes.len().min(at + 1 + random.below(60));
        match random.below(5) {
            0 => bytes[at] ^= 1 << random.below(8),
            1 => bytes[at] = u8::try_from(random.below(256)).unwrap(),
            2 => drop(bytes.drain(at..end)),
            3 => {
                drop(bytes.splice(
                    at..at,
                    sound[at.min(sound.len() - 60)..].iter().copied().take(end - at),
                ));
            }
            _ => drop(bytes.splice(at..at, PIECES[random.below(PIECES.len())].iter().copied())),
        }
    }
    bytes
}

#[test]
fn no_change_of_bytes_makes_reading_panic_or_fall_silent() {
    let sound = store::preset("workshop-venue").unwrap().text.as_bytes();
    let mut random = Lcg(202_509);
    let (mut opened, mut refused) = (0, 0);
    for number in 0..MUTATIONS {
        let bytes = mutated(sound, &mut random);
        let outcome = catch_unwind(AssertUnwindSafe(|| store::parse(&bytes)))
            .unwrap_or_else(|_| panic!("mutation {number} made it panic"));
        match outcome {
            Ok(read) => {
                opened += 1;
                if number % ROUND_TRIP != 0 {
                    continue;
                }
                let again = store::to_text(&read.scenario).unwrap_or_else(|error| {
                    panic!("mutation {number} opens, but not again: {error:?}")
                });
                assert_eq!(
                    store::parse(again.as_bytes()).unwrap().scenario,
                    read.scenario,
                    "mutation {number}"
                );
            }
            Err(unreadable) => {
                refused += 1;
                assert!(
                    !unreadable.faults.is_empty(),
                    "mutation {number} is refused without a fault"
                );
                let lines = unreadable.text.split('\n').count();
                for fault in &unreadable.faults {
                    assert!(text::fault(fault).len() > 5, "mutation {number}: {fault:?}");
                    assert!(
                        fault.at.is_none_or(|at| (1..=lines).contains(&at.line)),
                        "mutation {number}: {fault:?} of {lines} lines"
                    );
                }
            }
        }
    }
    assert!(
        opened > 100 && refused > 500,
        "{opened} opened and {refused} refused: the changes try too little"
    );
}
