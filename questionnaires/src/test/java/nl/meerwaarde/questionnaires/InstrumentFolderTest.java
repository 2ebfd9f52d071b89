package nl.meerwaarde.questionnaires;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import nl.meerwaarde.terminology.Canonicals;
import nl.meerwaarde.terminology.Canonicals.CodeSystems;
import nl.meerwaarde.terminology.Canonicals.CoreExtensions;
import nl.meerwaarde.terminology.Canonicals.Extensions;
import nl.meerwaarde.terminology.Canonicals.ExternalCodeSystems;
import nl.meerwaarde.terminology.Canonicals.SdcExtensions;
import org.hl7.fhir.r4.model.CodeSystem.ConceptDefinitionComponent;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Element;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.Expression;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.ObservationDefinition;
import org.hl7.fhir.r4.model.ObservationDefinition.ObservationDataType;
import org.hl7.fhir.r4.model.ObservationDefinition.ObservationDefinitionQualifiedIntervalComponent;
import org.hl7.fhir.r4.model.ObservationDefinition.ObservationRangeCategory;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemAnswerOptionComponent;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemType;
import org.hl7.fhir.r4.model.Range;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each folder is complete, and its resources have the shape that {@code docs/fhir-shapes.md} fixes. */
class InstrumentFolderTest {

    private static final Path FOLDERS = Path.of("src/main/resources/nl/meerwaarde/questionnaires");
    private static final Set<String> NO_ANSWER = Set.of("not-applicable", "do-not-know");
    private static final Path TERMINOLOGY = Path.of("../terminology/src/main/resources/nl/meerwaarde/terminology");

    static Stream<Instrument> instruments() {
        return Instrument.all();
    }

    @Test
    void indexNamesEveryFolder() throws IOException {
        try (Stream<Path> entries = Files.list(FOLDERS)) {
            assertThat(entries.filter(Files::isDirectory)
                            .map(folder -> folder.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(InstrumentLibrary.instruments());
        }
    }

    @ParameterizedTest
    @MethodSource("instruments")
    void folderHoldsNothingElse(Instrument instrument) throws IOException {
        try (Stream<Path> files = Files.list(FOLDERS.resolve(instrument.id()))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .contains("questionnaire.json", "observation-definitions.json", "cases.json", "LICENCE.md")
                    .isSubsetOf(
                            "questionnaire.json",
                            "observation-definitions.json",
                            "cases.json",
                            "states.csv",
                            "LICENCE.md");
        }
    }

    @ParameterizedTest
    @MethodSource("instruments")
    void licenceSaysWhoOwnsItAndWhatToDo(Instrument instrument) {
        assertThat(Instrument.text(InstrumentLibrary.licence(instrument.id())))
                .contains("## Owner", "## Licence", "## What is shipped", "## What a hospital must do", "## Sources");
    }

    @ParameterizedTest
    @MethodSource("instruments")
    void questionnaireIsAddressedByItsFolder(Instrument instrument) {
        Questionnaire questionnaire = instrument.questionnaire();

        assertThat(questionnaire.getIdElement().getIdPart()).isEqualTo(instrument.id());
        assertThat(questionnaire.getUrl()).isEqualTo(Canonicals.BASE + "/Questionnaire/" + instrument.id());
        assertThat(questionnaire.getVersion()).isEqualTo("1.0.0");
        assertThat(questionnaire.getStatus()).isEqualTo(PublicationStatus.ACTIVE);
        assertThat(questionnaire.getLanguage()).isEqualTo("en");
        assertThat(dutch(questionnaire.getTitleElement())).isNotBlank();
    }

    @ParameterizedTest
    @MethodSource("instruments")
    void instrumentIsAboutAPatientOrAboutATeam(Instrument instrument) {
        assertThat(instrument.questionnaire().getSubjectType())
                .extracting(CodeType::getCode)
                .isIn(List.of("Patient"), List.of("Organization", "CareTeam"));
    }

    @ParameterizedTest
    @MethodSource("instruments")
    void protectedInstrumentSaysItIsNotForClinicalUse(Instrument instrument) {
        assertThat(instrument.questionnaire().getExperimental()).isTrue();
        assertThat(instrument.questionnaire().getDescription()).contains("not for clinical use");
        assertThat(instrument.questionnaire().getCopyright()).isNotBlank();
    }

    @ParameterizedTest
    @MethodSource("instruments")
    void labelsInPlaceOfAnOwnersWordingAreNotForPatients(Instrument instrument) {
        assertThat(instrument.questionnaire().hasExtension(Extensions.WORDING_REQUIRED))
                .isEqualTo(instrument.questionnaire().getDescription().contains("not the owner's wording")
                        || instrument.answerItems().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("instruments")
    void linkIdsAreUnique(Instrument instrument) {
        assertThat(instrument.questionnaire().getItem())
                .extracting(QuestionnaireItemComponent::getLinkId)
                .doesNotHaveDuplicates()
                .allMatch(linkId -> linkId.matches("[a-z0-9]+(-[a-z0-9]+)*"));
    }

    /** Also keeps the owners' wording out: a text that is not the label of a code of ours is refused. */
    @ParameterizedTest
    @MethodSource("instruments")
    void everyTextIsOurLabelInEnglishAndDutch(Instrument instrument) {
        assertThat(instrument.questionnaire().getItem()).allSatisfy(item -> {
            ConceptDefinitionComponent concept = conceptOf(item);
            assertThat(item.getText()).isEqualTo(concept.getDisplay());
            assertThat(dutch(item.getTextElement()))
                    .isEqualTo(concept.getDesignationFirstRep().getValue());
            assertThat(item.getRequired()).isFalse();
        });
    }

    @ParameterizedTest
    @MethodSource("instruments")
    void answerItemsAreChoicesBoundedNumbersOrTexts(Instrument instrument) {
        assertThat(instrument.answerItems()).allSatisfy(item -> {
            assertThat(item.getCodeFirstRep().getSystem()).isEqualTo(CodeSystems.INSTRUMENT_ITEM);
            if (item.getType() == QuestionnaireItemType.CHOICE) {
                assertThat(item.getAnswerOption()).isNotEmpty().allSatisfy(InstrumentFolderTest::assertLabelled);
                assertThat(item.getAnswerOption())
                        .filteredOn(option -> !instrument.scoreItems().isEmpty() && !isNoAnswer(option))
                        .allSatisfy(InstrumentFolderTest::assertWeighted);
            } else if (item.getType() != QuestionnaireItemType.TEXT) {
                assertThat(item.getType()).isIn(QuestionnaireItemType.INTEGER, QuestionnaireItemType.DECIMAL);
                assertThat(List.of(CoreExtensions.MIN_VALUE, CoreExtensions.MAX_VALUE))
                        .allSatisfy(limit -> assertThat(
                                        item.getExtensionByUrl(limit).getValue().fhirType())
                                .isEqualTo(item.getType().toCode()));
            }
        });
    }

    /** Whoever writes must know before that nobody reads it at once. */
    @ParameterizedTest
    @MethodSource("instruments")
    void freeTextComesAfterTheLineThatNobodyReadsItAtOnce(Instrument instrument) {
        List<QuestionnaireItemComponent> upToFirstText = new ArrayList<>();
        for (QuestionnaireItemComponent item : instrument.questionnaire().getItem()) {
            if (item.getType() == QuestionnaireItemType.TEXT) {
                assertThat(upToFirstText)
                        .filteredOn(shown -> shown.getType() == QuestionnaireItemType.DISPLAY)
                        .extracting(QuestionnaireItemComponent::getLinkId)
                        .contains("free-text-not-read-at-once");
            }
            upToFirstText.add(item);
        }
    }

    /** Groups would hide items from the engines' tools. */
    @ParameterizedTest
    @MethodSource("instruments")
    void itemsStandInOneFlatList(Instrument instrument) {
        assertThat(instrument.questionnaire().getItem()).allSatisfy(item -> {
            assertThat(item.getItem()).isEmpty();
            assertThat(item.getType()).isNotEqualTo(QuestionnaireItemType.GROUP);
        });
    }

    /** An instrument whose items we may not or cannot know: its owner and licence, and nothing that could be answered. */
    @ParameterizedTest
    @MethodSource("instruments")
    void shellIsEmptyThroughoutAndSaysWhoFillsIt(Instrument instrument) {
        Questionnaire questionnaire = instrument.questionnaire();
        boolean shell = instrument.isShell();

        assertThat(instrument.answerItems().isEmpty()).isEqualTo(shell);
        assertThat(instrument.scoreItems().isEmpty()).isEqualTo(shell || saysItHasNoScore(instrument));
        assertThat(instrument.observationDefinitions().isEmpty())
                .isEqualTo(instrument.observedItems().isEmpty());
        assertThat(instrument.cases().cases().isEmpty()).isEqualTo(shell);
        if (shell) {
            assertThat(instrument.states()).isEmpty();
            assertThat(questionnaire.hasExtension(CoreExtensions.VARIABLE)).isFalse();
            assertThat(questionnaire.getDescription()).contains("licensed text", "hospital");
            assertThat(Instrument.text(InstrumentLibrary.licence(instrument.id())))
                    .contains("Not shipped:");
        }
    }

    @ParameterizedTest
    @MethodSource("instruments")
    void scoreItemsAreCalculatedExtractedAndDefined(Instrument instrument) {
        assertThat(instrument.scoreItems()).allSatisfy(item -> {
            assertThat(item.getCodeFirstRep().getSystem()).isEqualTo(CodeSystems.SCORE);
            assertThat(item.getLinkId()).isEqualTo(item.getCodeFirstRep().getCode());
            assertThat(item.getType()).isEqualTo(QuestionnaireItemType.DECIMAL);
            assertFhirPath(item.getExtensionByUrl(SdcExtensions.CALCULATED_EXPRESSION));
            assertThat(unit(item).getSystem()).isEqualTo(ExternalCodeSystems.UCUM);
        });
        assertThat(instrument.observedItems()).allSatisfy(item -> {
            assertThat(primitive(item, SdcExtensions.OBSERVATION_EXTRACT)).isEqualTo("true");
            assertThat(((Reference) item.getExtensionByUrl(Extensions.SCORE_DEFINITION)
                                    .getValue())
                            .getReference())
                    .isEqualTo("ObservationDefinition/" + item.getLinkId());
        });
        assertThat(instrument.questionnaire().getExtensionsByUrl(CoreExtensions.VARIABLE))
                .allSatisfy(InstrumentFolderTest::assertFhirPath);
    }

    /** A standard error belongs to a score: it never becomes an Observation of its own. */
    @ParameterizedTest
    @MethodSource("instruments")
    void standardErrorNamesItsScore(Instrument instrument) {
        Map<String, Coding> units = units(instrument);

        assertThat(instrument.standardErrorItems()).allSatisfy(item -> {
            String score = primitive(item, Extensions.STANDARD_ERROR_OF);
            assertThat(units).containsKey(score);
            assertThat(item.getLinkId()).isEqualTo(score + "-se");
            assertThat(unit(item)).matches(units.get(score)::equalsDeep);
        });
    }

    @ParameterizedTest
    @MethodSource("instruments")
    void whatStaysInTheResponseIsNeitherExtractedNorDefined(Instrument instrument) {
        assertThat(instrument.keptItems()).allSatisfy(item -> {
            assertThat(item.hasExtension(SdcExtensions.OBSERVATION_EXTRACT)).isFalse();
            assertThat(item.hasExtension(Extensions.SCORE_DEFINITION)).isFalse();
        });
    }

    /** Two of our codes with one LOINC code would be one thing to whoever reads LOINC. */
    @ParameterizedTest
    @MethodSource("instruments")
    void noTwoItemsShareALoincCode(Instrument instrument) {
        assertThat(instrument.questionnaire().getItem().stream()
                        .flatMap(item -> item.getCode().stream())
                        .filter(code -> ExternalCodeSystems.LOINC.equals(code.getSystem()))
                        .map(Coding::getCode))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("instruments")
    void everyScoreHasItsDefinition(Instrument instrument) {
        Map<String, Coding> units = units(instrument);
        Map<String, QuestionnaireItemComponent> items = new HashMap<>();
        instrument.observedItems().forEach(item -> items.put(item.getLinkId(), item));

        assertThat(instrument.observationDefinitions())
                .extracting(definition -> definition.getIdElement().getIdPart())
                .containsExactlyInAnyOrderElementsOf(units.keySet());
        assertThat(instrument.observationDefinitions()).allSatisfy(definition -> {
            Coding unit = units.get(definition.getIdElement().getIdPart());
            assertDefinition(definition);
            assertSameCodes(
                    definition.getCode().getCoding(),
                    items.get(definition.getIdElement().getIdPart()).getCode());
            assertThat(definition.getQuantitativeDetails().getUnit().getCodingFirstRep())
                    .matches(unit::equalsDeep);
            assertThat(definition.getQuantitativeDetails().hasDecimalPrecision())
                    .isTrue();
            assertThat(List.of(range(definition).getLow(), range(definition).getHigh()))
                    .allSatisfy(limit -> assertUnit(limit, unit));
        });
        assertThat(instrument.definitions().getEntry())
                .allSatisfy(entry -> assertThat(entry.getFullUrl())
                        .isEqualTo(Canonicals.BASE + "/ObservationDefinition/"
                                + entry.getResource().getIdElement().getIdPart()));
    }

    @ParameterizedTest
    @MethodSource("instruments")
    void importantAndDetectableChangesNameTheirSource(Instrument instrument) {
        assertThat(instrument.observationDefinitions()).allSatisfy(definition -> {
            assertThat(definition.getExtensionsByUrl(Extensions.MINIMAL_IMPORTANT_CHANGE))
                    .allSatisfy(change -> assertParts(change, "value", "use", "source"));
            assertThat(definition.getExtensionsByUrl(Extensions.SMALLEST_DETECTABLE_CHANGE))
                    .allSatisfy(change -> assertParts(change, "value", "confidence", "source"));
        });
    }

    /** Bands name what a value means: cut-offs with their source, each value in one band at most. */
    @ParameterizedTest
    @MethodSource("instruments")
    void bandsLieApartWithinTheRangeAndNameTheirSource(Instrument instrument) {
        assertThat(instrument.observationDefinitions()).allSatisfy(definition -> {
            Coding unit = definition.getQuantitativeDetails().getUnit().getCodingFirstRep();
            assertThat(bands(definition)).allSatisfy(band -> {
                assertBand(band.getContext());
                assertThat(band.getCondition()).isNotBlank();
                assertThat(band.getRange().hasLow() || band.getRange().hasHigh())
                        .isTrue();
                assertThat(limits(band.getRange())).allSatisfy(limit -> assertUnit(limit, unit));
                assertThat(least(band.getRange(), definition))
                        .isBetween(range(definition).getLow().getValue(), most(band.getRange(), definition));
                assertThat(most(band.getRange(), definition))
                        .isLessThanOrEqualTo(range(definition).getHigh().getValue());
            });
            assertThat(bands(definition))
                    .extracting(band -> band.getContext().getCodingFirstRep().getCode())
                    .doesNotHaveDuplicates();
            assertApart(definition);
        });
    }

    @ParameterizedTest
    @MethodSource("instruments")
    void referenceValuesNamePopulationYearAndSource(Instrument instrument) {
        assertThat(instrument.observationDefinitions())
                .allSatisfy(definition -> assertThat(definition.getExtensionsByUrl(Extensions.REFERENCE_VALUE))
                        .allSatisfy(reference -> {
                            assertParts(
                                    reference,
                                    reference.hasExtension("sd")
                                            ? new String[] {"population", "mean", "sd", "source"}
                                            : new String[] {"population", "mean", "source"});
                            assertThat(primitive(reference, "population")).containsPattern("\\b(19|20)\\d\\d\\b");
                            assertThat(primitive(reference, "source")).isNotBlank();
                            assertThat(new BigDecimal(primitive(reference, "mean")))
                                    .isBetween(
                                            range(definition).getLow().getValue(),
                                            range(definition).getHigh().getValue());
                        }));
    }

    /** Answers are named by data only, no constant of Java asks for them; so at least an instrument must. */
    @Test
    void everyAnswerSystemIsUsedByAnInstrument() throws IOException {
        List<String> used = instruments()
                .flatMap(instrument -> instrument.choiceItems().stream())
                .flatMap(item -> item.getAnswerOption().stream())
                .map(option -> option.getValueCoding().getSystem())
                .distinct()
                .toList();

        try (Stream<Path> files = Files.list(TERMINOLOGY)) {
            assertThat(files.map(file -> file.getFileName().toString())
                            .filter(file -> file.matches("CodeSystem-.*-(answer|level)\\.json"))
                            .map(file -> Canonicals.BASE + "/"
                                    + file.replace(".json", "").replaceFirst("-", "/")))
                    .isNotEmpty()
                    .isSubsetOf(used);
        }
    }

    @Test
    void instrumentsThatShareAScoreDefineItAlike() {
        Map<String, ObservationDefinition> seen = new HashMap<>();
        instruments().flatMap(each -> each.observationDefinitions().stream()).forEach(definition -> {
            ObservationDefinition first = seen.putIfAbsent(definition.getId(), definition);
            assertThat(first == null || first.equalsDeep(definition))
                    .as(definition.getId())
                    .isTrue();
        });
    }

    @ParameterizedTest
    @MethodSource("instruments")
    void casesNameItemsAndEveryScore(Instrument instrument) {
        Questionnaire questionnaire = instrument.questionnaire();
        List<String> answerable = linkIds(instrument.answerItems());
        List<String> scores = linkIds(instrument.scoreItems());

        assertThat(instrument.cases().questionnaire())
                .isEqualTo(questionnaire.getUrl() + "|" + questionnaire.getVersion());
        assertThat(instrument.cases().cases())
                .extracting(Instrument.Case::title)
                .doesNotHaveDuplicates();
        assertThat(instrument.cases().cases()).allSatisfy(each -> {
            assertThat(each.title()).matches("[A-Z].*\\.");
            assertThat(answerable).containsAll(each.answers().keySet());
            assertThat(each.scores()).containsOnlyKeys(scores);
        });
    }

    @ParameterizedTest
    @MethodSource("instruments")
    void statesAreAllThereAreAndSpanTheRange(Instrument instrument) {
        if (instrument.states().isEmpty()) {
            return;
        }
        int patterns = instrument.choiceItems().stream()
                .mapToInt(item -> item.getAnswerOption().size())
                .reduce(1, Math::multiplyExact);

        assertThat(instrument.states())
                .extracting(row -> row.get("state"))
                .hasSize(patterns)
                .doesNotHaveDuplicates();
        instrument.observationDefinitions().stream()
                .filter(definition -> instrument.states().get(0).containsKey(definition.getId()))
                .forEach(definition -> assertSpans(definition, column(instrument, definition.getId())));
    }

    private static void assertDefinition(ObservationDefinition definition) {
        assertThat(definition.getCategoryFirstRep().getCodingFirstRep())
                .matches(category -> category.getSystem().equals(ExternalCodeSystems.OBSERVATION_CATEGORY)
                        && category.getCode().equals("survey"));
        assertDefined(definition.getCode().getCodingFirstRep());
        assertThat(definition.getCode().getCodingFirstRep().getSystem()).isEqualTo(CodeSystems.SCORE);
        assertThat(definition.getCode().getCodingFirstRep().getCode())
                .isEqualTo(definition.getIdElement().getIdPart());
        assertThat(definition.getPermittedDataType())
                .singleElement()
                .matches(type -> type.getValue() == ObservationDataType.QUANTITY);
        assertDefined(definition.getMethod().getCodingFirstRep());
        assertThat(definition.getMethod().getCodingFirstRep().getSystem()).isEqualTo(CodeSystems.SCORE_METHOD);
        Vocabulary.concept(CodeSystems.SCORE_DIRECTION, primitive(definition, Extensions.SCORE_DIRECTION));
    }

    /** What is only shown has no code, R4 forbids it (que-3): there the linkId is the code of our label. */
    private static ConceptDefinitionComponent conceptOf(QuestionnaireItemComponent item) {
        if (item.getType() == QuestionnaireItemType.DISPLAY) {
            assertThat(item.hasCode()).isFalse();
            return Vocabulary.concept(CodeSystems.INSTRUMENT_ITEM, item.getLinkId());
        }
        assertCodes(item.getCode());
        return Vocabulary.concept(item.getCodeFirstRep());
    }

    private static void assertDefined(Coding coding) {
        assertThat(coding.getDisplay()).isEqualTo(Vocabulary.concept(coding).getDisplay());
    }

    /** Our code first; what LOINC calls it may follow, without a display, because LOINC's own names are not at hand. */
    private static void assertCodes(List<Coding> codes) {
        assertThat(codes).hasSizeBetween(1, 2);
        assertDefined(codes.get(0));
        assertThat(codes.subList(1, codes.size())).allSatisfy(code -> {
            assertThat(code.getSystem()).isEqualTo(ExternalCodeSystems.LOINC);
            assertThat(code.getCode()).matches("\\d+-\\d").satisfies(InstrumentFolderTest::assertCheckDigit);
            assertThat(code.hasDisplay()).isFalse();
        });
    }

    /** The last digit of a LOINC code is a check digit by the Luhn rule. */
    private static void assertCheckDigit(String code) {
        int sum = 0;
        String digits = code.replace("-", "");
        for (int place = 0; place < digits.length(); place++) {
            int digit = digits.charAt(digits.length() - 1 - place) - '0';
            sum += place % 2 == 0 ? digit : digit * 2 / 10 + digit * 2 % 10;
        }
        assertThat(sum % 10).as(code).isZero();
    }

    private static void assertSameCodes(List<Coding> codes, List<Coding> others) {
        assertThat(codes).hasSameSizeAs(others);
        for (int place = 0; place < codes.size(); place++) {
            assertThat(codes.get(place)).matches(others.get(place)::equalsDeep);
        }
    }

    private static void assertBand(CodeableConcept band) {
        assertThat(band.getCoding()).singleElement().satisfies(coding -> {
            assertThat(coding.getSystem()).isEqualTo(CodeSystems.SCORE_BAND);
            assertDefined(coding);
        });
        assertThat(band.getText()).isEqualTo(band.getCodingFirstRep().getDisplay());
    }

    private static void assertApart(ObservationDefinition definition) {
        List<Range> ranges = bands(definition).stream()
                .map(ObservationDefinitionQualifiedIntervalComponent::getRange)
                .sorted(Comparator.comparing(range -> least(range, definition)))
                .toList();
        for (int place = 1; place < ranges.size(); place++) {
            assertThat(least(ranges.get(place), definition)).isGreaterThan(most(ranges.get(place - 1), definition));
        }
    }

    private static void assertLabelled(QuestionnaireItemAnswerOptionComponent option) {
        Coding coding = option.getValueCoding();
        assertDefined(coding);
        assertThat(dutch(coding.getDisplayElement()))
                .isEqualTo(Vocabulary.concept(coding).getDesignationFirstRep().getValue());
    }

    /** An option that says why there is no answer has no value, unless the publisher gives it one. */
    private static boolean isNoAnswer(QuestionnaireItemAnswerOptionComponent option) {
        return NO_ANSWER.contains(option.getValueCoding().getCode())
                && !option.hasExtension(CoreExtensions.ORDINAL_VALUE);
    }

    /** Only questions of our own have none: a score that an owner published is shipped or the instrument is a shell. */
    private static boolean saysItHasNoScore(Instrument instrument) {
        return instrument.questionnaire().getDescription().contains("It has no score.")
                && Instrument.text(InstrumentLibrary.licence(instrument.id())).contains("## Owner\n\nMeerwaarde");
    }

    private static void assertWeighted(QuestionnaireItemAnswerOptionComponent option) {
        assertThat(option.getExtensionByUrl(CoreExtensions.ORDINAL_VALUE).getValue())
                .isInstanceOf(DecimalType.class);
    }

    private static void assertFhirPath(Extension extension) {
        Expression expression = (Expression) extension.getValue();
        assertThat(expression.getLanguage()).isEqualTo("text/fhirpath");
        assertThat(expression.getExpression()).isNotBlank();
        assertThat(expression.getDescription()).isNotBlank();
    }

    private static void assertUnit(Quantity limit, Coding unit) {
        assertThat(limit.getValue()).isNotNull();
        assertThat(limit.getSystem()).isEqualTo(unit.getSystem());
        assertThat(limit.getCode()).isEqualTo(unit.getCode());
    }

    private static void assertParts(Extension change, String... parts) {
        assertThat(change.getExtension()).extracting(Extension::getUrl).containsExactly(parts);
    }

    private static void assertSpans(ObservationDefinition definition, List<BigDecimal> values) {
        assertThat(values.stream().min(Comparator.naturalOrder()))
                .hasValueSatisfying(least -> assertThat(least)
                        .isEqualByComparingTo(range(definition).getLow().getValue()));
        assertThat(values.stream().max(Comparator.naturalOrder()))
                .hasValueSatisfying(most -> assertThat(most)
                        .isEqualByComparingTo(range(definition).getHigh().getValue()));
    }

    private static List<BigDecimal> column(Instrument instrument, String score) {
        return instrument.states().stream()
                .map(row -> new BigDecimal(row.get(score)))
                .toList();
    }

    /** The range of possible values stands first, and only bands follow. */
    private static Range range(ObservationDefinition definition) {
        List<ObservationRangeCategory> categories = definition.getQualifiedInterval().stream()
                .map(ObservationDefinitionQualifiedIntervalComponent::getCategory)
                .toList();
        assertThat(categories.subList(0, 1)).containsExactly(ObservationRangeCategory.ABSOLUTE);
        assertThat(categories.subList(1, categories.size()))
                .allMatch(category -> category == ObservationRangeCategory.REFERENCE);
        return definition.getQualifiedIntervalFirstRep().getRange();
    }

    private static List<ObservationDefinitionQualifiedIntervalComponent> bands(ObservationDefinition definition) {
        return definition.getQualifiedInterval().stream()
                .filter(interval -> interval.getCategory() == ObservationRangeCategory.REFERENCE)
                .toList();
    }

    private static List<Quantity> limits(Range range) {
        return Stream.of(range.getLow(), range.getHigh())
                .filter(limit -> !limit.isEmpty())
                .toList();
    }

    /** An open end reaches to the end of the possible values. */
    private static BigDecimal least(Range band, ObservationDefinition definition) {
        return (band.hasLow() ? band : range(definition)).getLow().getValue();
    }

    private static BigDecimal most(Range band, ObservationDefinition definition) {
        return (band.hasHigh() ? band : range(definition)).getHigh().getValue();
    }

    private static Map<String, Coding> units(Instrument instrument) {
        Map<String, Coding> units = new HashMap<>();
        instrument.observedItems().forEach(item -> units.put(item.getLinkId(), unit(item)));
        return units;
    }

    private static Coding unit(QuestionnaireItemComponent item) {
        return (Coding)
                item.getExtensionByUrl(CoreExtensions.QUESTIONNAIRE_UNIT).getValue();
    }

    private static String primitive(DomainResource resource, String extension) {
        return resource.getExtensionByUrl(extension).getValue().primitiveValue();
    }

    private static String primitive(Element element, String extension) {
        return element.getExtensionByUrl(extension).getValue().primitiveValue();
    }

    private static String dutch(PrimitiveType<String> text) {
        Extension translation = text.getExtensionByUrl(CoreExtensions.TRANSLATION);
        assertThat(translation.getExtensionString("lang")).isEqualTo("nl");
        return translation.getExtensionString("content");
    }

    private static List<String> linkIds(List<QuestionnaireItemComponent> items) {
        return items.stream().map(QuestionnaireItemComponent::getLinkId).toList();
    }
}
