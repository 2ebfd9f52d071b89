// Parameters of operations occur once at most; min says whether they must be there.
RuleSet: In(name, min, type, documentation)
* insert Parameter({name}, in, {min}, {type}, [[{documentation}]])

RuleSet: Out(name, min, type, documentation)
* insert Parameter({name}, out, {min}, {type}, [[{documentation}]])

RuleSet: Parameter(name, use, min, type, documentation)
* parameter[+].name = #{name}
* parameter[=].use = #{use}
* parameter[=].min = {min}
* parameter[=].max = "1"
* parameter[=].documentation = "{documentation}"
* parameter[=].type = #{type}

RuleSet: AllowedType(type)
* parameter[=].extension[+].url = "http://hl7.org/fhir/StructureDefinition/operationdefinition-allowed-type"
* parameter[=].extension[=].valueUri = "{type}"

// Parts of the parameter before it.
RuleSet: PartIn(name, max, type, documentation)
* parameter[=].part[+].name = #{name}
* parameter[=].part[=].use = #in
* parameter[=].part[=].min = 1
* parameter[=].part[=].max = "{max}"
* parameter[=].part[=].documentation = "{documentation}"
* parameter[=].part[=].type = #{type}

RuleSet: PartOut(name, min, type, documentation)
* parameter[=].part[+].name = #{name}
* parameter[=].part[=].use = #out
* parameter[=].part[=].min = {min}
* parameter[=].part[=].max = "1"
* parameter[=].part[=].documentation = "{documentation}"
* parameter[=].part[=].type = #{type}

// As In and Out, any number of times.
RuleSet: InMany(name, min, type, documentation)
* insert In({name}, {min}, {type}, [[{documentation}]])
* parameter[=].max = "*"

RuleSet: OutMany(name, min, type, documentation)
* insert Out({name}, {min}, {type}, [[{documentation}]])
* parameter[=].max = "*"
