// The hospital's own pathway: what is shipped, with reconstruction. Days and roles are made up, not a guideline's.
RuleSet: HospitalBreastCancerCare(version)
* url = "https://hospital.example.org/fhir/PlanDefinition/breast-cancer-care"
* version = "{version}"
* name = "HospitalBreastCancerCare"
* status = #active
* experimental = true
* publisher = "Voorbeeldziekenhuis"
* language = #en
* type = http://terminology.hl7.org/CodeSystem/plan-definition-type#clinical-protocol
* title = "Breast cancer"
* insert Translation(title, nl, [[Borstkanker]])
* insert PatientsOwnGoal
* insert IndexEvent([[First treatment]], [[Eerste behandeling]])

RuleSet: Reconstruction
* insert Activity(reconstruction-consultation, [[Talk about reconstruction]], [[Gesprek over reconstructie]], on-site, after-start, 335, 395)
* insert WithPatient
* insert TakesPart(plastic-surgeon, [[Plastic surgeon]])

Instance: eva-pathway-1
InstanceOf: CarePathway
Usage: #example
* insert HospitalBreastCancerCare(1.0.0)
* insert TenYearMoments(breast-cancer)
* insert BreastCancerStations
* insert Reconstruction

// Later that year: the sexologist joins, and before every yearly check it is asked what she wants to talk about.
RuleSet: YearlyWithTalk(moment, title, nl, target, first, last)
* insert After({moment}, [[{title}]], [[{nl}]], {target}, {first}, {last}, breast-cancer)
* insert Asks({moment}, pre-consult)

Instance: eva-pathway-2
InstanceOf: CarePathway
Usage: #example
* insert HospitalBreastCancerCare(2.0.0)
* insert SetBaseline(breast-cancer)
* insert After(month-6, [[6 months]], [[6 maanden]], 183, 92, 273, breast-cancer)
* insert Experience(month-6)
* insert After(month-12, [[12 months]], [[12 maanden]], 365, 274, 547, breast-cancer)
* insert YearlyWithTalk(month-24, [[24 months]], [[24 maanden]], 731, 548, 913)
* insert YearlyWithTalk(month-36, [[36 months]], [[36 maanden]], 1096, 914, 1278)
* insert YearlyWithTalk(month-48, [[48 months]], [[48 maanden]], 1461, 1279, 1643)
* insert YearlyWithTalk(month-60, [[60 months]], [[60 maanden]], 1826, 1644, 2008)
* insert YearlyWithTalk(month-72, [[72 months]], [[72 maanden]], 2192, 2009, 2374)
* insert YearlyWithTalk(month-84, [[84 months]], [[84 maanden]], 2557, 2375, 2739)
* insert YearlyWithTalk(month-96, [[96 months]], [[96 maanden]], 2922, 2740, 3104)
* insert YearlyWithTalk(month-108, [[108 months]], [[108 maanden]], 3287, 3105, 3469)
* insert YearlyWithTalk(month-120, [[120 months]], [[120 maanden]], 3652, 3470, 3835)
* insert BreastCancerStations
* insert Reconstruction
* insert Activity(sexologist-consultation, [[Talk with the sexologist]], [[Gesprek met de seksuoloog]], on-site, after-start, 396, 547)
* insert WithPatient
* insert TakesPart(sexologist, [[Sexologist]])
* insert Needs(QuestionnaireResponse)
