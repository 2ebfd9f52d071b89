// What a text is in another language.
RuleSet: Translation(element, language, text)
* {element}.extension[+].url = "http://hl7.org/fhir/StructureDefinition/translation"
* {element}.extension[=].extension[+].url = "lang"
* {element}.extension[=].extension[=].valueCode = #{language}
* {element}.extension[=].extension[+].url = "content"
* {element}.extension[=].extension[=].valueString = "{text}"
