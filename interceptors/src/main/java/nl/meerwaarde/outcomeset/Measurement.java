package nl.meerwaarde.outcomeset;

import java.util.List;
import java.util.Set;
import nl.meerwaarde.fhir.CanonicalReference;
import nl.meerwaarde.fhir.Code;

/**
 * One thing that an outcome set measures.
 *
 * @param kind outcome or case-mix variable
 * @param code what is measured
 * @param title the same for people
 * @param reporter who says it
 * @param onlyWith conditions and treatments; measured of patients with one of them, or of everybody when there are none
 * @param means how it is measured
 * @param moments codes from the code system {@code measurement-moment}
 */
record Measurement(
        Kind kind, Code code, String title, Reporter reporter, Set<Code> onlyWith, Means means, List<String> moments) {
    Measurement {
        onlyWith = Set.copyOf(onlyWith);
        moments = List.copyOf(moments);
    }

    /** The same, at other moments. A case-mix variable stays at its own: it tells how the patient was before. */
    Measurement at(List<String> others) {
        return kind == Kind.CASE_MIX_VARIABLE
                ? this
                : new Measurement(kind, code, title, reporter, onlyWith, means, others);
    }

    /** What a measurement is for. */
    enum Kind {
        /** It matters to the patient. */
        OUTCOME("outcome"),
        /** It makes comparison fair. */
        CASE_MIX_VARIABLE("case-mix-variable");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        /** The code in the code system {@code pathway-action}. */
        String code() {
            return code;
        }
    }

    /** How something is measured. */
    sealed interface Means {}

    /**
     * Somebody answers an instrument.
     *
     * @param questionnaire address of the Questionnaire; without a version the one in force when it is asked
     */
    record Asked(CanonicalReference questionnaire) implements Means {}

    /**
     * It stands in the record.
     *
     * @param resourceType Observation, Condition, Procedure, Encounter or Patient
     * @param element the element that holds it: what has the codes ({@code code}, {@code class}), or the value itself of a Patient
     * @param codes which; empty for a Patient
     */
    record Recorded(String resourceType, String element, Set<Code> codes) implements Means {
        Recorded {
            codes = Set.copyOf(codes);
        }
    }
}
