Profile: FactMeasure
Parent: Measure
Id: fact-measure
Title: "Fact measure"
Description: "A measure over outcome facts: one score of one pathway at two moments, one group per statistic. All it asks for is data, so the server needs no query language to evaluate it."
* obeys fact-measure-1
* extension contains
    Pathway named pathway 1..1 MS and
    Score named score 1..1 MS and
    Moments named moments 1..1 MS and
    CaseMixModel named caseMixModel 0..1 MS and
    ReferencePopulation named referencePopulation 0..1 MS
* url 1..1 MS
* version 1..1 MS
* title MS
* status MS
* scoring 1..1 MS
* scoring = http://terminology.hl7.org/CodeSystem/measure-scoring#continuous-variable
* group 1..* MS
* group obeys fact-measure-2
  * extension contains
      Statistic named statistic 1..1 MS and
      AnalysisSet named analysisSet 0..1 MS
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
