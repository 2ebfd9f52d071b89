package nl.meerwaarde.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import nl.meerwaarde.fhir.Mutilation;
import nl.meerwaarde.score.Instruments;
import nl.meerwaarde.terminology.Canonicals;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemOperator;

/** Whatever is missing in a Questionnaire that a client sends, the answer is a form or a list of what is wrong, never a failure. */
class BrokenModulesPropertiesTest {
    private static final Questionnaire CORE = new Module("core")
            .variable("factor", "2")
            .question("c1", "pain")
            .question("c2", "sleep")
            .score("core", "%resource.item.where(linkId.startsWith('c')).answer.value.weight().sum() * %factor")
            .questionnaire();
    private static final Questionnaire KNEE = new Module("knee")
            .needs("linkIdPrefix")
            .question("1", "pain")
            .question("2", "walking")
            .last(item -> item.addEnableWhen()
                    .setQuestion("1")
                    .setOperator(QuestionnaireItemOperator.EXISTS)
                    .setAnswer(new BooleanType(true)))
            .score("knee", "%resource.item.where(linkId = %linkIdPrefix + '2').answer.value.weight()")
            .questionnaire();
    private static final Questionnaire FORM = new Module("form")
            .group("g1", group -> group.part(Module.url("core") + "|1"))
            .group("g2", group -> group.variable("linkIdPrefix", "'k.'").part(Module.url("knee")))
            .question("last", "last")
            .change(q -> q.addExtension(Canonicals.Extensions.SIDE_SPECIFIC, new BooleanType(true)))
            .questionnaire();

    @Property
    void aBrokenFormIsAssembledOrRefused(@ForAll long seed) {
        Mutilation.of(Questionnaire.class, FORM, seed).ifPresent(form -> assemble(CORE, KNEE, form));
    }

    /** A host may hold what was stored before the suite came, or with validation switched off. */
    @Property
    void aFormOfBrokenPartsIsAssembledOrRefused(@ForAll long seed) {
        Optional<Questionnaire> core = Mutilation.of(Questionnaire.class, CORE, seed);
        Optional<Questionnaire> knee = Mutilation.of(Questionnaire.class, KNEE, seed + 1);
        if (core.isPresent() && knee.isPresent()) {
            assemble(core.get(), knee.get(), FORM);
        }
    }

    private static void assemble(Questionnaire core, Questionnaire knee, Questionnaire form) {
        Library library = new Library();
        library.with(Module.url("core"), core).with(Module.url("knee"), knee);
        assertThat(new Assembler(library, Instruments.READER).assemble(form)).isNotNull();
    }
}
