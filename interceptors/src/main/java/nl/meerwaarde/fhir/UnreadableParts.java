package nl.meerwaarde.fhir;

import ca.uhn.fhir.parser.ErrorHandlerAdapter;
import ca.uhn.fhir.parser.json.BaseJsonLikeValue.ScalarType;
import ca.uhn.fhir.parser.json.BaseJsonLikeValue.ValueType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what a parser does not understand, where it would drop it by default or stop at the first by choice. Names elements, never quotes values. */
final class UnreadableParts extends ErrorHandlerAdapter {
    private final List<Problem> problems = new ArrayList<>();

    List<Problem> problems() {
        return List.copyOf(problems);
    }

    @Override
    public void unknownElement(@Nullable IParseLocation location, String name) {
        problem(location, "There is no element '" + name + "' here.");
    }

    @Override
    public void unknownAttribute(@Nullable IParseLocation location, String name) {
        problem(location, "There is no attribute '" + name + "' here.");
    }

    @Override
    public void unexpectedRepeatingElement(@Nullable IParseLocation location, String name) {
        problem(location, "Element '" + name + "' may occur once.");
    }

    @Override
    public void missingRequiredElement(@Nullable IParseLocation location, String name) {
        problem(location, "Element '" + name + "' is missing.");
    }

    @Override
    public void incorrectJsonType(
            @Nullable IParseLocation location,
            String name,
            ValueType expected,
            @Nullable ScalarType expectedScalar,
            ValueType found,
            @Nullable ScalarType foundScalar) {
        if (name.startsWith("_") && found == ValueType.ARRAY) {
            String values = name.substring(1);
            problem(location, "Beside '" + name + "' its values must stand, be they null: \"" + values + "\": [null].");
            return;
        }
        problem(
                location,
                "Element '" + name + "' must be of JSON type " + (expectedScalar == null ? expected : expectedScalar)
                        + ".");
    }

    @Override
    public void invalidValue(@Nullable IParseLocation location, @Nullable String value, String error) {
        problem(location, "A value has not the form of its type.");
    }

    @Override
    public void extensionContainsValueAndNestedExtensions(@Nullable IParseLocation location) {
        problem(location, "An extension has either a value or extensions of its own.");
    }

    private void problem(@Nullable IParseLocation location, String sentence) {
        String parent = location == null ? null : location.getParentElementName();
        problems.add(new Problem(ProblemCode.INVALID_RESOURCE, parent == null ? "" : parent, sentence));
    }
}
