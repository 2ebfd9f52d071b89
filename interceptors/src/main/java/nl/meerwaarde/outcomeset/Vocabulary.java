package nl.meerwaarde.outcomeset;

import ca.uhn.fhir.rest.server.exceptions.ResourceGoneException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import java.util.List;
import java.util.regex.Pattern;
import nl.meerwaarde.definition.DefinitionSource;
import nl.meerwaarde.fhir.Code;
import nl.meerwaarde.terminology.Canonicals;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.ConceptDefinitionComponent;

/** The codes of our own code systems as they are stored now. */
class Vocabulary {
    private static final String OURS = Canonicals.BASE + "/CodeSystem/";
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9.-]{1,64}");

    private final DefinitionSource source;

    Vocabulary(DefinitionSource source) {
        this.source = source;
    }

    /** The measurement moments, in the order of time. */
    List<String> moments() {
        return codes(Canonicals.CodeSystems.MEASUREMENT_MOMENT);
    }

    /** Whether a code exists. A code of somebody else's code system does as far as we know. */
    boolean knows(Code code) {
        return !code.system().startsWith(OURS) || codes(code.system()).contains(code.code());
    }

    /** Our code systems are loaded under the last part of their address. */
    private List<String> codes(String system) {
        String id = system.substring(OURS.length());
        if (!ID.matcher(id).matches()) {
            return List.of();
        }
        try {
            return source.read(CodeSystem.class, id).getConcept().stream()
                    .map(ConceptDefinitionComponent::getCode)
                    .toList();
        } catch (ResourceNotFoundException | ResourceGoneException e) {
            return List.of();
        }
    }
}
