package nl.meerwaarde.questionnaires;

import ca.uhn.fhir.context.FhirContext;
import java.net.URL;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import nl.meerwaarde.terminology.Canonicals;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.ConceptDefinitionComponent;
import org.hl7.fhir.r4.model.Coding;

/** The code systems of the terminology module, as far as the instruments refer to them. */
final class Vocabulary {

    private static final String PREFIX = Canonicals.BASE + "/CodeSystem/";
    private static final Map<String, CodeSystem> SYSTEMS = new ConcurrentHashMap<>();

    private Vocabulary() {}

    /** What the terminology module says about a code; there is none unless it is defined there. */
    static ConceptDefinitionComponent concept(Coding coding) {
        return concept(coding.getSystem(), coding.getCode());
    }

    static ConceptDefinitionComponent concept(String system, String code) {
        return SYSTEMS.computeIfAbsent(system, Vocabulary::read).getConcept().stream()
                .filter(concept -> concept.getCode().equals(code))
                .findFirst()
                .orElseThrow(() -> new AssertionError(system + " has no code " + code));
    }

    private static CodeSystem read(String system) {
        URL file = Canonicals.class.getResource("CodeSystem-" + system.replace(PREFIX, "") + ".json");
        if (file == null) {
            throw new AssertionError("No code system " + system);
        }
        return FhirContext.forR4Cached().newJsonParser().parseResource(CodeSystem.class, Instrument.text(file));
    }
}
