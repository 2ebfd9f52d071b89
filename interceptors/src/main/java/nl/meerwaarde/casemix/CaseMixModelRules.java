package nl.meerwaarde.casemix;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.meerwaarde.casemix.CaseMixModelReader.Reading;
import nl.meerwaarde.definition.DefinitionRules;
import nl.meerwaarde.fhir.CanonicalReference;
import nl.meerwaarde.fhir.Code;
import nl.meerwaarde.fhir.Problem;
import org.hl7.fhir.r4.model.Library;
import org.jspecify.annotations.Nullable;

/** What a case-mix model keeps to. Other Libraries are stored untouched. Texts and status may change under one version, what it computes may not. */
final class CaseMixModelRules implements DefinitionRules<Library> {
    @Override
    public Class<Library> type() {
        return Library.class;
    }

    @Override
    public Optional<CanonicalReference> canonical(Library library) {
        return CaseMixModelReader.isModel(library)
                        && library.hasUrl()
                        && !library.getUrl().isBlank()
                ? Optional.of(new CanonicalReference(library.getUrl(), library.getVersion()))
                : Optional.empty();
    }

    @Override
    public List<Problem> check(Library library) {
        return CaseMixModelReader.isModel(library)
                        && CaseMixModelReader.read(library) instanceof Reading.Refused refused
                ? refused.problems()
                : List.of();
    }

    @Override
    public String computingContent(Library library) {
        if (!(CaseMixModelReader.read(library) instanceof Reading.Usable usable)) {
            return "unusable";
        }
        CaseMixModel model = usable.model();
        String counted = model.share() == null && model.days() == 0 ? "" : "\n" + model.share() + "/" + model.days();
        return String.join(
                "\n",
                model.pathway().toString(),
                String.valueOf(model.kind()),
                String.valueOf(model.score()),
                String.valueOf(model.event()),
                model.moment(),
                plain(model.intercept()),
                model.covariates().stream()
                        .map(CaseMixModelRules::content)
                        .toList()
                        .toString(),
                model.terms().stream().map(CaseMixModelRules::content).toList() + counted);
    }

    private static String content(Covariate covariate) {
        return String.join(
                "/",
                covariate.name(),
                covariate.variable().code(),
                String.valueOf(covariate.score()),
                covariate.conditions().stream()
                        .map(CaseMixModelRules::sorted)
                        .toList()
                        .toString(),
                covariate.categories().stream().sorted().toList().toString(),
                covariate.missing().code(),
                plain(covariate.imputed()));
    }

    private static String content(Term term) {
        return String.join("/", term.label(), plain(term.centre()), plain(term.unit()), plain(term.coefficient()));
    }

    private static String sorted(Set<Code> codes) {
        return codes.stream().map(Code::key).sorted().toList().toString();
    }

    private static String plain(@Nullable BigDecimal number) {
        return number == null ? "" : number.stripTrailingZeros().toPlainString();
    }

    @Override
    public String contentName() {
        return "covariates, terms and coefficients";
    }
}
