Profile: FactMeasure
Parent: Measure
Id: fact-measure
Title: "Fact measure"
Description: "A measure over outcome facts of one pathway, one group per statistic: of one score at two moments or at one, of events after the treatment, of the time until it. All it asks for is data, so the server needs no query language to evaluate it; a library says the same in CQL for whoever has one."
* obeys fact-measure-1 and fact-measure-3
* extension contains
    Pathway named pathway 1..1 MS and
    Score named score 0..1 MS and
    Moments named moments 0..1 MS and
    MeasurementMoment named measurementMoment 0..1 MS and
    CaseMixModel named caseMixModel 0..1 MS and
    ReferencePopulation named referencePopulation 0..1 MS
* url 1..1 MS
* version 1..1 MS
* title MS
* status MS
* library MS
* scoring 1..1 MS
* scoring = http://terminology.hl7.org/CodeSystem/measure-scoring#continuous-variable
* group 1..* MS
* group obeys fact-measure-2 and fact-measure-4 and fact-measure-5
  * extension contains
      Statistic named statistic 1..1 MS and
      AnalysisSet named analysisSet 0..1 MS and
      AdjustedStatistic named adjustedStatistic 0..1 MS and
      CaseMixModel named caseMixModel 0..1 MS and
      CountedEvent named countedEvent 0..1 MS and
      WithinDays named withinDays 0..1 MS
  * code 1..1 MS
  * code from $statisticVS (required)
  * population 1..* MS
    * code 1..1 MS
    * criteria MS
  * stratifier MS
    * code 1..1 MS
    * code from $stratifierVS (required)

Invariant: fact-measure-1
Description: "A measure with a group of modelled episodes names its case-mix model"
Severity: #error
Expression: "group.extension('https://w3id.org/meerwaarde/fhir/StructureDefinition/analysis-set').where(value = 'modelled').exists() implies extension('https://w3id.org/meerwaarde/fhir/StructureDefinition/case-mix-model').exists()"

Invariant: fact-measure-2
Description: "The code of a group is its statistic"
Severity: #error
Expression: "code.coding.where(system = 'https://w3id.org/meerwaarde/fhir/CodeSystem/statistic').code = extension('https://w3id.org/meerwaarde/fhir/StructureDefinition/statistic').value"

Invariant: fact-measure-3
Description: "A measure that names a score names when it is measured: at one moment, or at two"
Severity: #error
Expression: "extension('https://w3id.org/meerwaarde/fhir/StructureDefinition/score').exists() implies (extension('https://w3id.org/meerwaarde/fhir/StructureDefinition/moments').exists() xor extension('https://w3id.org/meerwaarde/fhir/StructureDefinition/measurement-moment').exists())"

Invariant: fact-measure-4
Description: "A group of events names the event and within how many days it counts"
Severity: #error
Expression: "extension.where(url = 'https://w3id.org/meerwaarde/fhir/StructureDefinition/statistic' or url = 'https://w3id.org/meerwaarde/fhir/StructureDefinition/adjusted-statistic').where(value = 'event-rate').exists() implies (extension('https://w3id.org/meerwaarde/fhir/StructureDefinition/counted-event').exists() and extension('https://w3id.org/meerwaarde/fhir/StructureDefinition/within-days').exists())"

Invariant: fact-measure-5
Description: "A group of observed over expected names the share, and the model that expected it"
Severity: #error
Expression: "extension('https://w3id.org/meerwaarde/fhir/StructureDefinition/statistic').where(value = 'observed-over-expected').exists() implies (extension('https://w3id.org/meerwaarde/fhir/StructureDefinition/adjusted-statistic').exists() and extension('https://w3id.org/meerwaarde/fhir/StructureDefinition/case-mix-model').exists())"
