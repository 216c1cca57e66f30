package dev.lodestar.assets;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One module, split into lines.
 *
 * @param imports the paths of the modules it imports, in order
 * @param names its top-level declarations
 * @param lines its code without imports, {@code export}, comment lines and indentation
 */
record ModuleText(List<String> imports, List<String> names, List<String> lines) {
    private static final Pattern IMPORT = Pattern.compile("import (?:\\{ [\\w$, ]+ } from )?'(\\.[^']+)';");
    private static final Pattern RENAMING = Pattern.compile("\\w as \\w");
    private static final Pattern DECLARATION =
            Pattern.compile("(?:export )?(?:async )?(?:const|let|var|class|function\\*?) ([\\w$]+)\\b.*");
    private static final Pattern UNKNOWN_DECLARATION = Pattern.compile("(?:const|let|var) .*");

    static ModuleText parse(String path, String source) {
        ModuleText text = new ModuleText(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        boolean inComment = false;
        int number = 0;
        for (String line : source.split("\n")) {
            number++;
            String code = line.strip();
            boolean comment = inComment || code.startsWith("/*");
            if (comment) {
                inComment = !code.endsWith("*/");
            } else if (!code.isEmpty() && !code.startsWith("//")) {
                text.add(path, number, line.stripTrailing(), code);
            }
        }
        return text;
    }

    private void add(String path, int number, String line, String code) {
        if (count(code, '`') % 2 != 0) {
            throw refuse(path, number, code, "a template literal on several lines; its indentation would be lost");
        }
        boolean topLevel = line.equals(code);
        if (topLevel && code.startsWith("import ")) {
            addImport(path, number, code);
        } else {
            if (topLevel) {
                addDeclaration(path, number, code);
            }
            lines.add(topLevel && code.startsWith("export ") ? code.substring("export ".length()) : code);
        }
    }

    private void addImport(String path, int number, String code) {
        Matcher matcher = IMPORT.matcher(code);
        if (!matcher.matches() || RENAMING.matcher(code).find()) {
            throw refuse(path, number, code, "an import in a form other than: import { a, b } from './module.js';");
        }
        Path imported = Path.of(path).resolveSibling(matcher.group(1)).normalize();
        imports.add(imported.toString().replace('\\', '/'));
    }

    private void addDeclaration(String path, int number, String code) {
        Matcher matcher = DECLARATION.matcher(code);
        if (matcher.matches()) {
            names.add(matcher.group(1));
        } else if (code.startsWith("export ")
                || UNKNOWN_DECLARATION.matcher(code).matches()) {
            throw refuse(path, number, code, "a declaration in a form other than: export const name = ...");
        }
    }

    private static IllegalStateException refuse(String path, int number, String code, String what) {
        return new IllegalStateException(path + ":" + number + ": cannot join " + what + "\n  " + code);
    }

    private static long count(String code, char wanted) {
        return code.chars().filter(c -> c == wanted).count();
    }
}
