//! Draws the zones of a page over it, to show authors of templates what fits where.
//!
//! Every edge comes from the constants that the layout itself uses; all of it is decoration.

use super::head::{BODY_TOP, COLUMN, CONTACT_TOP};
use super::layout::{FOLD_LENGTH, FOLDS, Layout};
use super::mark::{Decoration, Mark, Text};
use crate::render::a4::{
    Area, BOTTOM, EDGE_SIDE, EDGE_TOP, HEIGHT, LEFT, MARGIN_LEFT, RIGHT, TEXT_RIGHT, TOP, WIDTH,
};
use crate::render::colour::Colour;
use crate::render::font::{Fonts, Weight};
use crate::render::length::{Length, mm, pt};
use crate::render::look::Look;
use crate::render::pdf::setting::line::Type;
use crate::render::pdf::setting::lines::set_line;
use crate::render::window::Window;

const LABEL_SIZE: Length = pt(6);
const RED: Colour = Colour { rgb: [176, 0, 32] };
const BLUE: Colour = Colour { rgb: [0, 84, 166] };
const GREEN: Colour = Colour { rgb: [0, 110, 60] };
const PURPLE: Colour = Colour { rgb: [110, 40, 140] };
const ORANGE: Colour = Colour { rgb: [160, 80, 0] };

/// Draws the zones over every page.
pub(in crate::render::pdf) fn draw(layout: &mut Layout, look: &Look) {
    for (index, page) in layout.pages.iter_mut().enumerate() {
        let zones: Vec<Mark> = zones(index == 0, &look.window)
            .into_iter()
            .flat_map(|(area, colour, name)| {
                let label = (!name.is_empty()).then(|| label(area, colour, &name, &look.fonts));
                [Mark::Outline(area, colour)].into_iter().chain(label)
            })
            .collect();
        page.decorate(Decoration::Layout, zones);
    }
}

/// The zones of the first page, or of a later one; a zone without a name is named by the one before it.
fn zones(first: bool, window: &Window) -> Vec<(Area, Colour, String)> {
    let margin = between([EDGE_SIDE, EDGE_TOP], [WIDTH - EDGE_SIDE, HEIGHT - EDGE_TOP]);
    let text = |top| between([LEFT, top], [TEXT_RIGHT, BOTTOM]);
    let notes = |top| (between([MARGIN_LEFT, top], [RIGHT, BOTTOM]), GREEN, "kanttekeningen".to_owned());
    let about = format!("marge: {} links en rechts, {} boven en onder", in_mm(EDGE_SIDE), in_mm(EDGE_TOP));
    let mut zones = vec![(margin, RED, about)];
    if !first {
        zones.push((text(TOP), BLUE, format!("tekst vanaf {}", in_mm(TOP))));
        zones.push(notes(TOP));
        return zones;
    }
    zones.push((text(BODY_TOP), BLUE, format!("tekst vanaf {}", in_mm(BODY_TOP))));
    zones.push(notes(BODY_TOP));
    let about = "adresvenster, en wat in beeld blijft als de brief verschuift";
    zones.push((window.area(), GREEN, about.to_owned()));
    zones.push((window.text_area(), GREEN, String::new()));
    zones.push((
        between([COLUMN, CONTACT_TOP], [RIGHT, BODY_TOP]),
        PURPLE,
        "afzender en kenmerken".to_owned(),
    ));
    for fold in FOLDS {
        let about = mm(20);
        let area = between([EDGE_SIDE, fold - about], [EDGE_SIDE + FOLD_LENGTH, fold + about]);
        zones.push((area, ORANGE, "vouw".to_owned()));
    }
    zones
}

/// A length as `98,5 mm`.
fn in_mm(length: Length) -> String {
    let tenths = (length * 254 + 36_000) / 72_000;
    format!("{},{} mm", tenths / 10, tenths % 10).replace(",0 ", " ")
}

fn between([left, top]: [Length; 2], [right, bottom]: [Length; 2]) -> Area {
    Area { x: left, y: top, width: right - left, height: bottom - top }
}

/// The name of a zone, above its top right corner where no text stands; that of the margin just inside it.
fn label(area: Area, colour: Colour, name: &str, fonts: &Fonts) -> Mark {
    let line = set_line(fonts, Type::new(Weight::Bold, LABEL_SIZE), name);
    let x = area.x + (area.width - line.width - pt(2)).max(0);
    let y = if area.y == EDGE_TOP { area.y + LABEL_SIZE + pt(1) } else { area.y - pt(2) };
    Mark::Text(Text { x, y, size: LABEL_SIZE, line, colour })
}
