package nl.meerwaarde.importing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.meerwaarde.fhir.CanonicalReference;
import nl.meerwaarde.fhir.Code;
import nl.meerwaarde.instrument.Instrument;
import nl.meerwaarde.instrument.Question;
import nl.meerwaarde.instrument.ScoreRule;
import nl.meerwaarde.pathway.Pathway;
import nl.meerwaarde.terminology.Canonicals;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemType;
import org.jspecify.annotations.Nullable;

/** Brings a mapping together with the definitions it names, and finds everything that does not fit. */
final class MappingBinding {
    private static final Set<QuestionnaireItemType> READABLE = Set.of(
            QuestionnaireItemType.CHOICE,
            QuestionnaireItemType.OPENCHOICE,
            QuestionnaireItemType.BOOLEAN,
            QuestionnaireItemType.INTEGER,
            QuestionnaireItemType.DECIMAL,
            QuestionnaireItemType.DATE,
            QuestionnaireItemType.DATETIME,
            QuestionnaireItemType.STRING,
            QuestionnaireItemType.TEXT);

    private final ImportMapping mapping;
    private final ImportDefinitions definitions;
    private final List<MappingProblem> problems = new ArrayList<>();
    private final List<Pathway> pathways = new ArrayList<>();

    private MappingBinding(ImportMapping mapping, ImportDefinitions definitions) {
        this.mapping = mapping;
        this.definitions = definitions;
    }

    /** What came of binding: a mapping to read rows with, or everything that does not fit. */
    sealed interface Outcome {
        /** All definitions are there. */
        record Bound(BoundMapping mapping) implements Outcome {}

        /** Something is missing; never empty. */
        record Refused(List<MappingProblem> problems) implements Outcome {
            public Refused {
                problems = List.copyOf(problems);
            }
        }
    }

    static Outcome bind(ImportMapping mapping, ImportDefinitions definitions) {
        MappingBinding binding = new MappingBinding(mapping, definitions);
        BoundMapping bound = binding.bind();
        return binding.problems.isEmpty() ? new Outcome.Bound(bound) : new Outcome.Refused(binding.problems);
    }

    private BoundMapping bind() {
        List<BoundMapping.EpisodeKind> kinds = episodeKinds();
        List<BoundMapping.AskedResponse> responses = responses();
        return new BoundMapping(mapping, kinds, responses, expectations(responses));
    }

    private List<BoundMapping.EpisodeKind> episodeKinds() {
        List<BoundMapping.EpisodeKind> kinds = new ArrayList<>();
        for (int i = 0; i < mapping.episode().cases().size(); i++) {
            ImportMapping.EpisodeCase columns = mapping.episode().cases().get(i);
            String where = "/episode/cases/" + i;
            Optional<Pathway> pathway = definitions.pathways().apply(CanonicalReference.parse(columns.pathway()));
            if (pathway.isEmpty()) {
                problem(where + "/pathway", "There is no pathway " + columns.pathway() + ".");
            } else {
                pathways.add(pathway.get());
                kinds.add(new BoundMapping.EpisodeKind(columns, pathway.get().canonical(), model(columns)));
            }
            if (columns.caseMixModel() == null && !mapping.expectations().isEmpty()) {
                problem(where, "needs 'caseMixModel', because the mapping has expectations.");
            }
        }
        return kinds;
    }

    private static @Nullable Coding model(ImportMapping.EpisodeCase columns) {
        if (columns.caseMixModel() == null) {
            return null;
        }
        String[] parts = columns.caseMixModel().split("\\|");
        String system = parts.length == 3 ? parts[0] : Canonicals.CodeSystems.CASE_MIX_MODEL;
        return new Coding().setSystem(system).setCode(parts[parts.length - 2]).setVersion(parts[parts.length - 1]);
    }

    private List<BoundMapping.AskedResponse> responses() {
        List<BoundMapping.AskedResponse> responses = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (int i = 0; i < mapping.responses().size(); i++) {
            ImportMapping.ResponseColumns columns = mapping.responses().get(i);
            String where = "/responses/" + i;
            CanonicalReference questionnaire = CanonicalReference.parse(columns.questionnaire());
            checkMoment(columns.moment(), where + "/moment");
            if (!taken.add(questionnaire.url() + " " + columns.moment())) {
                problem(where, "is the second of its questionnaire and moment.");
            }
            Optional<Instrument> instrument = definitions.instruments().apply(questionnaire);
            if (instrument.isEmpty()) {
                problem(where + "/questionnaire", "There is no questionnaire " + questionnaire + ".");
            } else {
                responses.add(response(columns, instrument.get(), where));
            }
        }
        return responses;
    }

    private void checkMoment(String moment, String where) {
        pathways.stream()
                .filter(pathway -> pathway.moment(moment).isEmpty())
                .forEach(pathway ->
                        problem(where, "The pathway " + pathway.canonical() + " has no moment '" + moment + "'."));
    }

    private BoundMapping.AskedResponse response(
            ImportMapping.ResponseColumns columns, Instrument instrument, String where) {
        Map<String, BoundMapping.Item> items = new LinkedHashMap<>();
        columns.items()
                .forEach((linkId, column) -> item(instrument, linkId, column, where)
                        .ifPresent(question -> items.put(
                                linkId, new BoundMapping.Item(question, orMissing(column, columns.missing())))));
        columns.controls().keySet().stream()
                .filter(code -> instrument.scores().stream()
                        .noneMatch(score -> score.code().code().equals(code)))
                .forEach(code -> problem(
                        where + "/controls/" + code,
                        "The questionnaire " + instrument.canonical() + " has no such score."));
        return new BoundMapping.AskedResponse(columns, instrument, items, columns.controls());
    }

    private static MappedColumn orMissing(MappedColumn column, List<String> missing) {
        return column.missing() != null
                ? column
                : new MappedColumn(column.column(), column.values(), column.pattern(), column.format(), missing);
    }

    private Optional<Question> item(Instrument instrument, String linkId, MappedColumn column, String response) {
        String where = response + "/items/" + linkId;
        Optional<Question> question = instrument.question(linkId);
        if (question.isEmpty()) {
            problem(where, "The questionnaire " + instrument.canonical() + " has no item '" + linkId + "'.");
            return question;
        }
        if (question.get().calculated()) {
            problem(where, "Item " + question.get().name() + " is computed here; name its column under 'controls'.");
        } else if (!READABLE.contains(question.get().type())) {
            problem(where, "Item " + question.get().name() + " cannot be read from a column.");
        } else {
            checkOptions(question.get(), column, where);
        }
        return question;
    }

    private void checkOptions(Question question, MappedColumn column, String where) {
        if (question.type() == QuestionnaireItemType.CHOICE
                && question.options().isEmpty()) {
            problem(
                    where,
                    "Item " + question.name()
                            + " takes its options from a value set; only listed options can be read.");
            return;
        }
        if (question.type() == QuestionnaireItemType.CHOICE) {
            column.values().values().stream()
                    .distinct()
                    .sorted()
                    .filter(code -> RowAnswers.option(question, code).isEmpty())
                    .forEach(code -> problem(
                            where + "/values", "'" + code + "' is not an option of item " + question.name() + "."));
        }
    }

    private List<BoundMapping.ExpectedScore> expectations(List<BoundMapping.AskedResponse> responses) {
        List<BoundMapping.ExpectedScore> expectations = new ArrayList<>();
        for (int i = 0; i < mapping.expectations().size(); i++) {
            ImportMapping.ExpectationColumn columns = mapping.expectations().get(i);
            String where = "/expectations/" + i;
            checkMoment(columns.moment(), where + "/moment");
            Optional<Code> score = responses.stream()
                    .flatMap(response -> response.instrument().scores().stream())
                    .map(ScoreRule::code)
                    .filter(code -> code.code().equals(columns.score()))
                    .findFirst();
            if (score.isEmpty()) {
                problem(where + "/score", "None of the questionnaires has a score '" + columns.score() + "'.");
            } else {
                expectations.add(new BoundMapping.ExpectedScore(columns.column(), score.get(), columns.moment()));
            }
        }
        return expectations;
    }

    private void problem(String where, String sentence) {
        problems.add(new MappingProblem(where, sentence));
    }
}
