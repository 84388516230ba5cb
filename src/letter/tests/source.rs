//! Tests that what a template may not have is refused with its line.

use super::Render;
use crate::letter::TemplateSet;
use crate::letter::condition::Condition;
use std::collections::BTreeSet;

/// Texts of templates, each with the line of the error and a word of its message.
const REFUSED: &[(&str, u32, &str)] = &[
    ("Dag.\n{{ naam | safe }}\n", 2, "filter"),
    ("{{ naam.eerste }}", 1, "punt"),
    ("{{ \"tekst\" }}", 1, "veld"),
    ("{{ 7*7 }}", 1, "veld"),
    ("{{ naam\n}}", 1, "dezelfde regel"),
    ("{{- naam }}", 1, "veld"),
    ("{{ naam", 1, "zonder `}}`"),
    ("naam }}", 1, "zonder `{{`"),
    ("{% for x in y %}{% endfor %}", 1, "mag niet"),
    ("{% set x = 1 %}", 1, "mag niet"),
    ("{% raw %}{% endraw %}", 1, "mag niet"),
    ("{% extends \"b.md\" %}", 1, "mag niet"),
    ("{%- if a %}x{% endif %}", 1, "mag niet"),
    ("{% if a is defined %}x{% endif %}", 1, "`is`"),
    ("{% if a == 1 %}x{% endif %}", 1, "`==`"),
    ("{% if (a %}x{% endif %}", 1, "sluithaakje"),
    ("{% if %}x{% endif %}", 1, "niet af"),
    ("{% if a %}x", 1, "geen `{% endif %}`"),
    ("x{% endif %}", 1, "geen `{% if"),
    ("{% if a %}x{% else %}y{% else %}z{% endif %}", 1, "na `{% else %}`"),
    ("x\n\n{% include \"weg.md\" %}\n", 3, "bestaat niet"),
    ("{% include weg %}", 1, "include"),
    ("x {% include \"a.md\" %} y", 1, "eigen regel"),
    ("{% include \"a.md\" %}", 1, "zelf"),
    ("{# regels: a.b #}\nx", 1, "regel: …"),
    ("{# regel: a b #}\nx", 1, "komma"),
    ("x\n{# regel: rtb.duur #}\n\ny", 2, "boven de alinea"),
    (">citaat", 1, "spatie na de"),
    ("```\nx\n```", 1, "codeblok"),
    ("* x", 1, "`- `"),
    ("Kop\n---\n", 2, "streep"),
    ("a | b\n---|---\n", 2, "tabel"),
    ("#### x", 1, "drie hekjes"),
    ("##Kop", 1, "spatie"),
    ("- a\n  - b\n", 2, "lijst in een lijst"),
    ("{% if a %}- x{% endif %}", 1, "eigen regel"),
    ("Zie ::gronden:: hier", 1, "eigen regel"),
    ("x\n::gronden::\n", 2, "lege regel"),
    ("x \u{E000} y", 1, "onzichtbaar"),
    ("- ", 1, "streep"),
];

#[test]
fn what_is_not_allowed_is_refused_with_its_line() {
    for (text, line, word) in REFUSED {
        let errors = TemplateSet::new([("a.md", *text)]).unwrap_err();
        let found = errors.iter().any(|e| e.line == Some(*line) && e.message.contains(word));
        assert!(found, "{text:?} gave {errors:#?}");
        assert_eq!(errors[0].to_diagnostic().code.as_str(), "F601");
    }
}

/// Texts whose Markdown is refused only when the template is filled; with line and word as in [`REFUSED`].
const UNREADABLE: &[(&str, u32, &str)] = &[
    ("x\n\nEen *schuin* woord", 3, "schuine tekst"),
    ("Een `woord`", 1, "code"),
    ("Een [link](https://example.org)", 1, "link"),
    ("Een ![beeld](x.png)", 1, "afbeelding"),
    ("Een <b>woord</b>", 1, "HTML"),
    ("## {% if reden %}x{% endif %}", 1, "een kop is leeg"),
    ("- {% if reden %}x{% endif %}", 1, "onderdeel"),
    ("| a | b |\n|---|---|\n| c | |\n", 1, "een cel"),
];

#[test]
fn markdown_outside_the_subset_is_refused_with_its_line() {
    for (text, line, word) in UNREADABLE {
        let set = TemplateSet::new([("a.md", *text)]).unwrap();
        let error = set.render("a.md", &super::probe(), None).unwrap_err();
        assert!(error.line == Some(*line) && error.message.contains(word), "{text:?} gave {error}");
    }
}

#[test]
fn all_errors_of_all_templates_are_reported_together() {
    let errors = TemplateSet::new([("a.md", "{{ x.y }}\n\n> z\n\n{{ q | w }}"), ("b", "x")]).unwrap_err();
    let places: Vec<_> = errors.iter().map(|e| (e.template.as_str(), e.line)).collect();
    assert_eq!(places, [("a.md", Some(1)), ("a.md", Some(5)), ("b", None)]);
    let twice = TemplateSet::new([("a.md", "x"), ("a.md", "y")]).unwrap_err();
    assert!(twice[0].message.contains("twee keer"));
}

#[test]
fn includes_in_a_circle_are_refused() {
    let circle = [
        ("a.md", "{% include \"b.md\" %}"),
        ("b.md", "{% include \"a.md\" %}"),
        ("c.md", "{% include \"a.md\" %}"),
    ];
    let errors = TemplateSet::new(circle).unwrap_err();
    assert!(errors.iter().any(|e| e.template == "a.md" && e.message.contains("zelf")), "{errors:#?}");
}

#[test]
fn a_condition_knows_what_it_guarantees() {
    let names = |text: &str, holds| -> BTreeSet<String> {
        Condition::parse(text).unwrap().guaranteed(holds).into_iter().map(str::to_owned).collect()
    };
    let list = |names: &[&str]| -> BTreeSet<String> { names.iter().map(|s| (*s).to_owned()).collect() };
    assert_eq!(names("a and b", true), list(&["a", "b"]));
    assert_eq!(names("a or b", true), list(&[]));
    assert_eq!(names("a and c or b and c", true), list(&["c"]));
    assert_eq!(names("not a or not b", false), list(&["a", "b"]));
    assert_eq!(names("not (a or b)", false), list(&[]));
    assert_eq!(names("not a", false), list(&["a"]));
    assert_eq!(Condition::parse("not a and b or c").unwrap().to_string(), "(((not a) and b) or c)");
    assert!(Condition::parse(&"(".repeat(5000)).is_err());
}
