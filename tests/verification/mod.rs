//! The verification tests of the quality requirements, parts A–H, gate 1: each test's name begins
//! with its id. `table.csv` says for every id where it is, or why it does not apply or comes later.

mod a_distributions;
mod a_input;
mod b_population;
mod c_financing;
pub mod common;
mod d_accounting;
mod e_economics;
mod f_uncertainty;
mod g_program;
mod h_extremes;
mod i_country;
mod moves;
mod scheme;
mod table;
mod vectors;
