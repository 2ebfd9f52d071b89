Profile: OutcomeReport
Parent: MeasureReport
Id: outcome-report
Title: "Outcome report"
Description: "The figures of a fact measure, with what is needed to pool them and to trace them to the facts."
* . ^short = "The figures of a fact measure"
* extension contains
    DataAsOf named dataAsOf 1..1 MS and
    DisclosedTo named disclosedTo 0..1 MS and
    PoolableSums named poolableSums 0..1 MS
* status MS
* type MS
* measure MS
* measure only Canonical(Measure)
* measure ^comment = "url|version, so that a published report keeps its meaning."
* subject MS
* date 1..1 MS
* reporter MS
* period MS
* group 1..* MS
  * extension contains
      Statistic named statistic 1..1 MS and
      StandardDeviation named standardDeviation 0..1 MS and
      ControlLimitStatus named controlLimitStatus 0..1 MS and
      PoolableCell named poolableCell 0..1 MS and
      ExpectedShare named expectedShare 0..1 MS and
      AdjustedShare named adjustedShare 0..1 MS and
      SuppressionReason named suppressionReason 0..1 MS
  * code 1..1 MS
  * code from $statisticVS (required)
  * population MS
    * extension contains
        SuppressionReason named suppressionReason 0..1 MS and
        CountBelow named countBelow 0..1 MS
    * code 1..1 MS
    * count MS
  * measureScore MS
  * stratifier MS
    * code MS
    * code from $stratifierVS (required)
    * stratum MS
      * extension contains
          StandardDeviation named standardDeviation 0..1 MS and
          ControlLimitStatus named controlLimitStatus 0..1 MS and
          PoolableCell named poolableCell 0..1 MS and
          ExpectedShare named expectedShare 0..1 MS and
          AdjustedShare named adjustedShare 0..1 MS and
          SuppressionReason named suppressionReason 0..1 MS and
          StratumOrganization named stratumOrganization 0..1 MS and
          StratumTeam named stratumTeam 0..1 MS
      * value MS
      * population MS
        * extension contains
            SuppressionReason named suppressionReason 0..1 MS and
            CountBelow named countBelow 0..1 MS
      * measureScore MS
