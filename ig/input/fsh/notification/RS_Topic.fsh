// A SubscriptionTopic of R5 said in R4, as the implementation guide Subscriptions R5 Backport does: a Basic with an extension for each element.
RuleSet: Topic(id, title, description)
* code = $fhirTypes#SubscriptionTopic
* extension[+].url = "http://hl7.org/fhir/5.0/StructureDefinition/extension-SubscriptionTopic.url"
* extension[=].valueUri = "https://w3id.org/meerwaarde/fhir/SubscriptionTopic/{id}"
* extension[+].url = "http://hl7.org/fhir/5.0/StructureDefinition/extension-SubscriptionTopic.version"
* extension[=].valueString = "1.0.0"
* extension[+].url = "http://hl7.org/fhir/5.0/StructureDefinition/extension-SubscriptionTopic.title"
* extension[=].valueString = "{title}"
* extension[+].url = "http://hl7.org/fhir/5.0/StructureDefinition/extension-SubscriptionTopic.status"
* extension[=].valueCode = #active
* extension[+].url = "http://hl7.org/fhir/5.0/StructureDefinition/extension-SubscriptionTopic.description"
* extension[=].valueMarkdown = "{description}"

RuleSet: ResourceTrigger(type)
* extension[+].url = "http://hl7.org/fhir/5.0/StructureDefinition/extension-SubscriptionTopic.resourceTrigger"
* extension[=].extension[+].url = "resource"
* extension[=].extension[=].valueUri = "http://hl7.org/fhir/StructureDefinition/{type}"

// What happens is no change of a stored resource; a resource of this type tells of it.
RuleSet: EventTrigger(type, event, display)
* extension[+].url = "http://hl7.org/fhir/5.0/StructureDefinition/extension-SubscriptionTopic.eventTrigger"
* extension[=].extension[+].url = "event"
* extension[=].extension[=].valueCodeableConcept = {event} "{display}"
* extension[=].extension[+].url = "resource"
* extension[=].extension[=].valueUri = "http://hl7.org/fhir/StructureDefinition/{type}"

RuleSet: On(interaction)
* extension[=].extension[+].url = "supportedInteraction"
* extension[=].extension[=].valueCode = #{interaction}

RuleSet: When(current)
* extension[=].extension[+].url = "queryCriteria"
* extension[=].extension[=].extension[+].url = "current"
* extension[=].extension[=].extension[=].valueString = "{current}"

// Both: it was not so before. What is new was not either.
RuleSet: WhenBecomes(previous, current)
* insert When({current})
* extension[=].extension[=].extension[+].url = "previous"
* extension[=].extension[=].extension[=].valueString = "{previous}"
* extension[=].extension[=].extension[+].url = "resultForCreate"
* extension[=].extension[=].extension[=].valueCode = #test-passes
* extension[=].extension[=].extension[+].url = "requireBoth"
* extension[=].extension[=].extension[=].valueBoolean = true

RuleSet: FilterBy(type, parameter)
* extension[+].url = "http://hl7.org/fhir/5.0/StructureDefinition/extension-SubscriptionTopic.canFilterBy"
* extension[=].extension[+].url = "resource"
* extension[=].extension[=].valueUri = "http://hl7.org/fhir/StructureDefinition/{type}"
* extension[=].extension[+].url = "filterParameter"
* extension[=].extension[=].valueString = "{parameter}"
