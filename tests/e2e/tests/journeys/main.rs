//! The journeys of buyers and sellers, each against a server and a phone of its own.

mod accessibility;
mod backend_faults;
mod buy_now;
mod changed_price;
mod delivery;
mod desk_account;
mod desk_goods;
mod desk_kept;
mod desk_screens;
mod desk_steps;
mod door;
mod first_load;
mod kept_place;
mod lost_answer;
mod narrow;
mod offline;
mod once;
mod real_catalogue;
mod screens;
mod seller_changes;
mod sides;
mod silence;
mod sold_out;
mod steps;
mod wrong_number;
