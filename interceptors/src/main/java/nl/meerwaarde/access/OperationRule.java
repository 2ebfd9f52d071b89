package nl.meerwaarde.access;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.meerwaarde.requester.Role;

/**
 * Who may ask an operation: a row of {@code operation-rules.csv}.
 *
 * @param type resource type; {@code *} for any, {@code -} for none
 * @param operation with its dollar sign
 * @param letter of a scope that it needs
 * @param about where the patient stands that must be one's own
 * @param forRecipient whether it answers with numbers for a recipient
 */
record OperationRule(
        String type, String operation, char letter, About about, boolean forRecipient, Map<Role, Extent> extents) {
    /** Where to look for the patient. */
    enum About {
        /** In the resource that the address names. */
        ID,
        /** In the parameter {@code subject}. */
        SUBJECT,
        /** In the resources that are sent. */
        BODY,
        /** It is about what belongs to who stored it or asked for it; whoever answers looks at that. */
        REQUESTER,
        /** It is about no patient. */
        NOBODY
    }

    static List<OperationRule> shipped() {
        return CsvTable.rows("operation-rules.csv").stream()
                .map(OperationRule::of)
                .toList();
    }

    private static OperationRule of(Map<String, String> row) {
        Map<Role, Extent> extents = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            extents.put(role, Extent.of(row.getOrDefault(role.code(), "")));
        }
        return new OperationRule(
                row.getOrDefault("type", ""),
                row.getOrDefault("operation", ""),
                row.getOrDefault("scope", "r").charAt(0),
                switch (row.getOrDefault("about", "")) {
                    case "id" -> About.ID;
                    case "subject" -> About.SUBJECT;
                    case "body" -> About.BODY;
                    case "requester" -> About.REQUESTER;
                    default -> About.NOBODY;
                },
                "yes".equals(row.get("recipient")),
                extents);
    }

    /** The rule of an operation; empty when nobody may ask it. */
    static Optional<OperationRule> among(List<OperationRule> rules, String type, String operation) {
        String named = type.isEmpty() ? "-" : type;
        return rules.stream()
                .filter(rule -> rule.operation.equals(operation))
                .filter(rule -> rule.type.equals(named) || rule.type.equals("*") && !type.isEmpty())
                .findFirst();
    }

    Extent extent(Role role) {
        return extents.getOrDefault(role, Extent.NONE);
    }
}
