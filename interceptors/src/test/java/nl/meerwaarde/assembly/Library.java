package nl.meerwaarde.assembly;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.meerwaarde.assembly.Assembly.Note;
import nl.meerwaarde.fhir.CanonicalReference;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.score.Instruments;
import org.hl7.fhir.r4.model.Questionnaire;

/** A shelf of Questionnaires, and what assembling makes of them. */
final class Library implements Modules {
    private final Map<CanonicalReference, Questionnaire> shelf = new HashMap<>();

    Library with(Questionnaire... questionnaires) {
        for (Questionnaire questionnaire : questionnaires) {
            shelf.put(new CanonicalReference(questionnaire.getUrl(), questionnaire.getVersion()), questionnaire);
            shelf.put(new CanonicalReference(questionnaire.getUrl(), null), questionnaire);
        }
        return this;
    }

    /** Puts a Questionnaire where an address leads, whatever it says itself. */
    Library with(String url, Questionnaire questionnaire) {
        shelf.put(new CanonicalReference(url, "1"), questionnaire);
        shelf.put(new CanonicalReference(url, null), questionnaire);
        return this;
    }

    @Override
    public Optional<Questionnaire> find(CanonicalReference canonical) {
        return Optional.ofNullable(shelf.get(canonical));
    }

    @Override
    public Problem missing(CanonicalReference canonical, String path) {
        return new Problem(ProblemCode.UNKNOWN_QUESTIONNAIRE, path, "There is no " + canonical + ".");
    }

    Assembly assemble(Module modular) {
        return new Assembler(this, Instruments.READER).assemble(modular.questionnaire());
    }

    Questionnaire assembled(Module modular) {
        if (assemble(modular) instanceof Assembly.Assembled assembled) {
            return assembled.questionnaire();
        }
        throw new AssertionError("Refused: " + assemble(modular));
    }

    List<Note> notes(Module modular) {
        return ((Assembly.Assembled) assemble(modular)).notes();
    }

    List<Problem> problems(Module modular) {
        return assemble(modular) instanceof Assembly.Refused refused ? refused.problems() : List.of();
    }
}
