//! The words of a call, as they come.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

/// A decision matrix for the room where a hard question is argued out.
///
/// Without a subcommand the window opens, on FILE if one is named.
#[derive(Parser)]
#[command(name = "mizan", version, args_conflicts_with_subcommands = true)]
pub struct Arguments {
    #[command(flatten)]
    pub window: WindowRequest,
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// How the window is to open.
#[derive(Args, Clone, Debug)]
pub struct WindowRequest {
    /// A scenario file, or a preset's name
    pub file: Option<OsString>,
    /// What draws the window; the other is tried where this fails
    #[arg(long, value_enum)]
    pub renderer: Option<Renderer>,
    /// Close after this many frames and print how long they took
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    pub frames: Option<u32>,
}

#[derive(ValueEnum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum Renderer {
    Glow,
    Wgpu,
}

#[derive(Subcommand)]
pub enum Command {
    /// List the presets, or copy one out
    Presets(PresetsCall),
    /// Read files and print every error and finding with its place
    Check(CheckCall),
    /// Totals, contributions and ranks
    Rank(RankCall),
    /// A team's shares from its judgements
    Weigh(WeighCall),
    /// What dominates, how far shares can move, what never wins
    Sensitivity(SensitivityCall),
    /// How often each option holds each rank over many weightings and scores
    Robustness(RobustnessCall),
    /// The teams of one or several files side by side
    Teams(TeamsCall),
    /// The files to hand out, one a team
    Ballot(BallotCall),
    /// Teams' ballots into one scenario
    Merge(MergeCall),
    /// What differs between two scenarios
    Diff(DiffCall),
    /// Versions, renderers, folders, open files and recovered work
    Doctor(DoctorCall),
}

#[derive(Args)]
pub struct PresetsCall {
    /// The preset to copy
    #[arg(long, value_name = "NAME")]
    pub copy: Option<String>,
    /// Where to [default: NAME.mizan.ron in this folder]
    #[arg(short, long, value_name = "FILE", requires = "copy")]
    pub output: Option<PathBuf>,
    /// Replace the file if it is there
    #[arg(long, requires = "copy")]
    pub force: bool,
    #[command(flatten)]
    pub shape: Shape,
}

#[derive(Args)]
pub struct CheckCall {
    /// Scenario files, presets' names, or - for standard input
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<OsString>,
    /// Look for each passage in the texts of the sources that this folder holds, as ID.txt
    #[arg(long, value_name = "FOLDER")]
    pub texts: Option<PathBuf>,
    #[command(flatten)]
    pub shape: Shape,
}

#[derive(Args)]
pub struct RankCall {
    /// A scenario file, a preset's name, or - for standard input
    pub file: OsString,
    /// A team's id, `mean` or `all` [default: the only team, else mean]
    #[arg(long, value_name = "ID")]
    pub team: Option<String>,
    /// The aggregation [default: the scenario's]
    #[arg(long, value_name = "M")]
    pub method: Option<String>,
    #[command(flatten)]
    pub reveal: Reveal,
    #[command(flatten)]
    pub shape: Shape,
}

#[derive(Args)]
pub struct WeighCall {
    /// A scenario file, a preset's name, or - for standard input
    pub file: OsString,
    /// The team's id
    #[arg(long, value_name = "ID")]
    pub team: String,
    #[command(flatten)]
    pub shape: Shape,
}

#[derive(Args)]
pub struct SensitivityCall {
    /// A scenario file, a preset's name, or - for standard input
    pub file: OsString,
    /// A team's id or `mean` [default: the only team, else mean]
    #[arg(long, value_name = "ID")]
    pub team: Option<String>,
    #[command(flatten)]
    pub reveal: Reveal,
    #[command(flatten)]
    pub shape: Shape,
}

#[derive(Args)]
pub struct RobustnessCall {
    /// A scenario file, a preset's name, or - for standard input
    pub file: OsString,
    /// A team's id or `mean` [default: the only team, else mean]
    #[arg(long, value_name = "ID")]
    pub team: Option<String>,
    /// Which weightings are drawn: `any`, `order`, `margin=P` (P points of 100) or `teams`
    #[arg(long, value_name = "W", default_value = "any")]
    pub weights: String,
    /// How a score with a range is drawn
    #[arg(long, value_enum, default_value_t = SpreadWord::Triangular)]
    pub spread: SpreadWord,
    /// How many weightings are drawn
    #[arg(
        long,
        value_name = "N",
        default_value_t = 100_000,
        value_parser = clap::value_parser!(u64).range(1..=MOST_SAMPLES)
    )]
    pub samples: u64,
    /// Where the generator begins
    #[arg(long, value_name = "S", default_value_t = 1)]
    pub seed: u64,
    /// How many threads draw; the result is the same [default: all]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=MOST_THREADS))]
    pub threads: Option<u16>,
    /// Make each score's range at least as wide as the grade of its evidence says
    #[arg(long)]
    pub widen: bool,
    #[command(flatten)]
    pub reveal: Reveal,
    #[command(flatten)]
    pub shape: Shape,
}

/// More would take days.
const MOST_SAMPLES: u64 = 1_000_000_000_000;
const MOST_THREADS: i64 = 1024;

#[derive(ValueEnum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum SpreadWord {
    Triangular,
    Uniform,
    None,
}

#[derive(Args)]
pub struct TeamsCall {
    /// Scenario files or presets' names, with the same criteria and options; - for standard input
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<OsString>,
    /// What lies between two teams, weights or facts, and what would end it
    #[arg(long, value_name = "A,B")]
    pub between: Option<String>,
    #[command(flatten)]
    pub reveal: Reveal,
    #[command(flatten)]
    pub shape: Shape,
}

#[derive(Args)]
pub struct BallotCall {
    /// A scenario file, a preset's name, or - for standard input
    #[arg(value_name = "FILE")]
    pub file: OsString,
    /// A team's id, or all of them
    #[arg(long, value_name = "ID|all")]
    pub team: String,
    /// The folder to write ID.mizan.ron into; it is made where it isn't there
    #[arg(short, long, value_name = "FOLDER")]
    pub output: PathBuf,
    /// The round that is asked for [default: Round N, the closed rounds and one]
    #[arg(long, value_name = "NAME")]
    pub round: Option<String>,
    /// Replace files that are there
    #[arg(long)]
    pub force: bool,
}

#[derive(Args)]
pub struct MergeCall {
    /// The scenario that was handed out
    #[arg(value_name = "BASE")]
    pub base: OsString,
    /// What teams handed in
    #[arg(required = true, value_name = "BALLOT")]
    pub ballots: Vec<OsString>,
    /// The file to write
    #[arg(short, long, value_name = "FILE")]
    pub output: PathBuf,
    /// What becomes of ballots of one team that differ
    #[arg(long, value_enum, default_value_t = OnConflict::Fail)]
    pub on_conflict: OnConflict,
    /// Take in what was handed out with other options, criteria or scores
    #[arg(long, value_enum)]
    pub other_base: Option<OtherBase>,
    /// Replace the file if it is there
    #[arg(long)]
    pub force: bool,
}

#[derive(ValueEnum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum OnConflict {
    /// Nothing is written
    Fail,
    /// The one weighed last
    Newest,
    /// All, each as a team
    Both,
}

#[derive(ValueEnum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum OtherBase {
    /// The team's weights and own scores, as far as they are about what the base has
    Weights,
}

#[derive(Args)]
pub struct DiffCall {
    /// A scenario file, a preset's name, or - for standard input
    #[arg(value_name = "A")]
    pub left: OsString,
    /// Another
    #[arg(value_name = "B")]
    pub right: OsString,
    #[command(flatten)]
    pub shape: Shape,
}

#[derive(Args)]
pub struct DoctorCall {
    #[command(flatten)]
    pub shape: Shape,
}

#[derive(Args)]
pub struct Reveal {
    /// Show totals though the workshop hides them still; the file stays as it is
    #[arg(long)]
    pub reveal: bool,
}

#[derive(Args)]
pub struct Shape {
    /// The shape of the results
    #[arg(long, value_enum, default_value_t = Format::Table)]
    pub format: Format,
}

#[derive(ValueEnum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    Table,
    Csv,
    Json,
}
