Profile: BenchmarkReport
Parent: OutcomeReport
Id: benchmark-report
Title: "Benchmark report"
Description: "An outcome report whose first group is compared by organisation or team (its first stratifier), with the limits of chance beside the figures. Its text is the same as a table for people."
* . ^short = "Organisations or teams side by side, with control limits"
* text 1..1 MS
* group
  * extension contains
      ControlLimitBasis named controlLimitBasis 0..1 MS
  * stratifier
    * stratum
      * extension contains
          ControlLimit named controlLimit 0..2 MS and
          OwnOrganization named ownOrganization 0..1 MS and
          OwnTeam named ownTeam 0..1 MS
