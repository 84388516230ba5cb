//! A `TJ` array that is being filled: runs of glyphs and the steps between them (ISO 32000-1, 9.4.3).
//!
//! Apart from the writer, which only says what comes next.

use printpdf::DictItem;

/// A `TJ` array that is being filled.
#[derive(Default)]
pub(super) struct Array {
    items: Vec<DictItem>,
    /// Glyphs that are not yet an item.
    pub glyphs: Vec<u8>,
}

impl Array {
    /// Goes back by thousandths of an em.
    pub fn back(&mut self, distance: i32) {
        self.flush();
        self.items.push(DictItem::Int(i64::from(distance)));
    }

    fn flush(&mut self) {
        if !self.glyphs.is_empty() {
            let data = std::mem::take(&mut self.glyphs);
            self.items.push(DictItem::String { data, literal: true });
        }
    }

    /// The items, and begins anew.
    pub fn take(&mut self) -> Vec<DictItem> {
        self.flush();
        std::mem::take(&mut self.items)
    }
}
