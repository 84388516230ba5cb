//! What an update may hold that only adds a signature nobody sees (ISO 32000-1, 12.7.4.5 and 12.8).

use super::cms::is_detached_signature;
use super::letter::Letter;
use super::metadata::{same_info, same_xmp};
use super::object::Object;
use super::refusal::Refusal;
use super::update::Update;
use super::value::{Dict, Value};

/// The keys of a signature field with its widget in one.
const FIELD_KEYS: &[&str] =
    &["FT", "T", "TU", "Ff", "V", "Type", "Subtype", "F", "Rect", "P", "AP", "Lang", "Border", "BS"];
/// The keys of a signature.
const SIGNATURE_KEYS: &[&str] = &[
    "Type",
    "Filter",
    "SubFilter",
    "Contents",
    "ByteRange",
    "M",
    "Name",
    "Reason",
    "Location",
    "ContactInfo",
    "Prop_Build",
    "Reference",
];
/// The keys of a form with a signature.
const FORM_KEYS: &[&str] = &["Fields", "SigFlags", "DA"];
/// The keys of an appearance in which nothing is drawn.
const APPEARANCE_KEYS: &[&str] =
    &["Type", "Subtype", "FormType", "BBox", "Matrix", "Resources", "Length", "Filter"];
/// The kinds of signature that stand apart from what they sign, with CMS in DER (12.8.3.3; ETSI EN 319 142-1).
const KINDS: &[&str] = &["adbe.pkcs7.detached", "ETSI.CAdES.detached"];

/// Holds an update to these rules.
pub struct Rules<'a> {
    /// The file with its update.
    pub file: &'a [u8],
    /// The letter before it.
    pub letter: &'a Letter<'a>,
    /// The update.
    pub update: &'a Update,
    /// The objects of the update that were looked at.
    seen: Vec<u32>,
}

impl<'a> Rules<'a> {
    /// The rules for an update of a letter.
    pub const fn new(file: &'a [u8], letter: &'a Letter<'a>, update: &'a Update) -> Self {
        Self { file, letter, update, seen: Vec::new() }
    }

    /// Checks the whole update.
    ///
    /// # Errors
    /// The first rule that it breaks.
    pub fn check(mut self) -> Result<(), Refusal> {
        let root = self.update.keys.get(b"Root".as_slice()).and_then(Value::reference);
        if root.is_none() || root != self.letter.key("Root").and_then(Value::reference) {
            return Err(Refusal::Changes);
        }
        let root = root.unwrap_or_default();
        let form = self.catalog(root)?;
        let field = self.form(&form)?;
        let signature = self.field(field)?;
        self.page(field)?;
        self.about()?;
        self.signature(signature)?;
        let rest = self.update.objects.keys().find(|number| !self.seen.contains(number));
        match rest {
            None => Ok(()),
            Some(number) if self.letter.has(*number) => Err(Refusal::Changes),
            Some(_) => Err(Refusal::Foreign),
        }
    }

    /// A new object of the update without stream.
    fn new_dict(&mut self, number: u32) -> Result<&'a Dict, Refusal> {
        self.new_object(number)?.plain_dict().ok_or(Refusal::Foreign)
    }

    fn new_object(&mut self, number: u32) -> Result<&'a Object, Refusal> {
        if self.letter.has(number) {
            return Err(Refusal::Changes);
        }
        self.seen.push(number);
        self.update.objects.get(&number).ok_or(Refusal::Foreign)
    }

    /// The catalog: it is new in its form and in what it says of its extensions. Returns its form.
    fn catalog(&mut self, root: u32) -> Result<Value, Refusal> {
        let before = self.letter.dict(root).ok_or(Refusal::Changes)?;
        let after =
            self.update.objects.get(&root).and_then(Object::plain_dict).ok_or(Refusal::NoSignature)?;
        self.seen.push(root);
        let mut rest = after.clone();
        let form = rest.remove(b"AcroForm".as_slice()).ok_or(Refusal::NoSignature)?;
        if rest.remove(b"Extensions".as_slice()).is_some_and(|extensions| !is_direct(&extensions)) {
            return Err(Refusal::Foreign);
        }
        if rest == before { Ok(form) } else { Err(Refusal::Changes) }
    }

    /// The form, with one field. Returns the number of the field.
    fn form(&mut self, form: &Value) -> Result<u32, Refusal> {
        let form = match form {
            Value::Ref(number) => self.new_dict(*number)?.clone(),
            Value::Dict(form) => form.clone(),
            _ => return Err(Refusal::Foreign),
        };
        let is_plain =
            form.iter().all(|(key, value)| is_of(key, FORM_KEYS) && (key == b"Fields" || is_direct(value)));
        let fields = form.get(b"Fields".as_slice()).and_then(Value::array);
        match fields {
            Some([Value::Ref(field)]) if is_plain => Ok(*field),
            Some([]) | None => Err(Refusal::NoSignature),
            _ => Err(Refusal::Foreign),
        }
    }

    /// The field: it shows nothing and does nothing. Returns the number of its signature.
    fn field(&mut self, number: u32) -> Result<u32, Refusal> {
        let field = self.new_dict(number)?;
        let key = |name: &str| field.get(name.as_bytes());
        let is = |name: &str, value: &str| key(name).is_some_and(|own| own.is(value));
        if !is("FT", "Sig") || key("V").is_none() {
            return Err(Refusal::NoSignature);
        }
        let leads_on = |key: &[u8]| [&b"V"[..], b"P", b"AP"].contains(&key);
        let is_plain =
            field.iter().all(|(key, value)| is_of(key, FIELD_KEYS) && (leads_on(key) || is_direct(value)));
        if !is_plain || !is("Subtype", "Widget") || key("Type").is_some() && !is("Type", "Annot") {
            return Err(Refusal::Foreign);
        }
        self.is_unseen(key("Rect"), key("AP"))?;
        key("V").and_then(Value::reference).ok_or(Refusal::Foreign)
    }

    /// A widget without width and height, whose appearance, if any, draws nothing.
    fn is_unseen(&mut self, rect: Option<&Value>, appearance: Option<&Value>) -> Result<(), Refusal> {
        match rect.and_then(Value::array) {
            Some([Value::Number(left), Value::Number(bottom), Value::Number(right), Value::Number(top)])
                if left == right && bottom == top => {}
            _ => return Err(Refusal::Visible),
        }
        let Some(appearance) = appearance else { return Ok(()) };
        let states = appearance.dict().filter(|states| states.len() == 1).ok_or(Refusal::Foreign)?;
        let normal = states.get(b"N".as_slice()).and_then(Value::reference).ok_or(Refusal::Foreign)?;
        let normal = self.new_object(normal)?;
        let dict = normal.value.dict().ok_or(Refusal::Foreign)?;
        if !dict.iter().all(|(key, value)| is_of(key, APPEARANCE_KEYS) && is_direct(value)) {
            return Err(Refusal::Foreign);
        }
        let drawn = normal.data().ok_or(Refusal::Foreign)?;
        if drawn.iter().all(u8::is_ascii_whitespace) { Ok(()) } else { Err(Refusal::Visible) }
    }

    /// The page on which the widget is: it is new in that alone. No page needs to change.
    fn page(&mut self, field: u32) -> Result<(), Refusal> {
        let is_page = |dict: &Dict| dict.get(b"Type".as_slice()).is_some_and(|kind| kind.is("Page"));
        let mut pages = Vec::new();
        for (number, object) in &self.update.objects {
            if self.letter.has(*number) && object.plain_dict().is_some_and(is_page) {
                pages.push((*number, object));
            }
        }
        let named = self.update.objects.get(&field).and_then(Object::plain_dict);
        let named = named.and_then(|field| field.get(b"P".as_slice()));
        let (number, after) = match (pages.as_slice(), named) {
            ([], None) => return Ok(()),
            ([], Some(Value::Ref(page))) if self.letter.dict(*page).is_some_and(|page| is_page(&page)) => {
                return Ok(());
            }
            ([(number, after)], None) => (*number, *after),
            ([(number, after)], Some(Value::Ref(page))) if number == page => (*number, *after),
            ([], _) => return Err(Refusal::Foreign),
            _ => return Err(Refusal::Changes),
        };
        self.seen.push(number);
        let before = self.letter.dict(number).filter(is_page).ok_or(Refusal::Changes)?;
        let (mut rest, mut demanded) = (after.plain_dict().cloned().unwrap_or_default(), before);
        let notes = |dict: &mut Dict| match dict.remove(b"Annots".as_slice()) {
            None => Some(Vec::new()),
            Some(Value::Array(notes)) => Some(notes),
            Some(_) => None,
        };
        let mut expected = notes(&mut demanded).ok_or(Refusal::Changes)?;
        expected.push(Value::Ref(field));
        if notes(&mut rest) == Some(expected) && rest == demanded { Ok(()) } else { Err(Refusal::Changes) }
    }

    /// The data about the letter.
    fn about(&mut self) -> Result<(), Refusal> {
        let after = self.update.keys.get(b"Info".as_slice());
        let info = self.letter.key("Info").and_then(Value::reference);
        if after.is_some() && after.and_then(Value::reference) != info {
            return Err(Refusal::About);
        }
        if let Some((number, info)) =
            info.and_then(|number| Some((number, self.update.objects.get(&number)?)))
        {
            self.seen.push(number);
            let before = self.letter.dict(number).ok_or(Refusal::About)?;
            info.plain_dict().filter(|after| same_info(&before, after)).ok_or(Refusal::About)?;
        }
        let catalog =
            self.letter.key("Root").and_then(Value::reference).and_then(|root| self.letter.dict(root));
        let xmp = catalog.and_then(|catalog| catalog.get(b"Metadata".as_slice()).and_then(Value::reference));
        if let Some((number, xmp)) = xmp.and_then(|number| Some((number, self.update.objects.get(&number)?)))
        {
            self.seen.push(number);
            let before = self.letter.object(number).ok_or(Refusal::About)?;
            let keys = ["Type", "Subtype", "Length", "Filter"];
            let is_xmp = xmp.value.dict().is_some_and(|dict| {
                let is = |key: &str, name: &str| dict.get(key.as_bytes()).is_some_and(|value| value.is(name));
                is("Type", "Metadata") && is("Subtype", "XML") && dict.keys().all(|key| is_of(key, &keys))
            });
            let same = before.data().zip(xmp.data()).is_some_and(|(before, after)| same_xmp(&before, &after));
            return if is_xmp && same { Ok(()) } else { Err(Refusal::About) };
        }
        Ok(())
    }

    /// The signature: it is of the right form and covers the whole file but for itself.
    fn signature(&mut self, number: u32) -> Result<(), Refusal> {
        let object = self.new_object(number)?;
        let signature = object.plain_dict().ok_or(Refusal::Foreign)?;
        let key = |name: &str| signature.get(name.as_bytes());
        if key("Type").is_some_and(|kind| !kind.is("Sig"))
            || !KINDS.iter().any(|kind| key("SubFilter").is_some_and(|own| own.is(kind)))
        {
            return Err(Refusal::Form);
        }
        if !signature.iter().all(|(key, value)| is_of(key, SIGNATURE_KEYS) && is_direct(value)) {
            return Err(Refusal::Foreign);
        }
        let range = key("ByteRange").and_then(Value::array).unwrap_or_default();
        let range: Option<Vec<usize>> = range.iter().map(Value::whole).collect();
        let Some([0, hole, after, length]) = range.as_deref() else { return Err(Refusal::Partial) };
        if after.checked_add(*length) != Some(self.file.len()) {
            return Err(Refusal::Partial);
        }
        // The hole is the only string in hexadecimal digits, brackets included, without a byte more.
        let written = self.file.get(*hole..*after).unwrap_or_default();
        let digits = written.strip_prefix(b"<").and_then(|rest| rest.strip_suffix(b">")).unwrap_or_default();
        let is_hole = object.hexes.contains(&(*hole..*after))
            && digits.len().is_multiple_of(2)
            && digits.iter().all(u8::is_ascii_hexdigit);
        let contents = key("Contents").and_then(Value::text).unwrap_or_default();
        if !is_hole || hex(digits) != contents {
            return Err(Refusal::Partial);
        }
        if is_detached_signature(contents) { Ok(()) } else { Err(Refusal::Form) }
    }
}

/// The bytes that hexadecimal digits say.
fn hex(digits: &[u8]) -> Vec<u8> {
    let digit = |byte: u8| {
        char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok()).unwrap_or_default()
    };
    digits.as_chunks::<2>().0.iter().map(|[high, low]| digit(*high) << 4 | digit(*low)).collect()
}

fn is_of(key: &[u8], names: &[&str]) -> bool {
    names.iter().any(|name| name.as_bytes() == key)
}

/// Whether a value refers to no other object.
fn is_direct(value: &Value) -> bool {
    match value {
        Value::Ref(_) => false,
        Value::Array(items) => items.iter().all(is_direct),
        Value::Dict(dict) => dict.values().all(is_direct),
        _ => true,
    }
}
