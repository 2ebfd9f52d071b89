// What every shipped pathway and measure says about itself. A change in what it means gets a new version.
RuleSet: Published(name)
* name = "{name}"
* version = "1.0.0"
* status = #active
* experimental = false
* date = "2026-11-21"
* publisher = "Meerwaarde"
* language = #en
