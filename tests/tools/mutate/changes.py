"""Finds what can be changed in a function.

What the compiler needs as a constant stays the same (case labels, sizes of arrays, static initialisers), and so does what a macro
expands to. Calls that free, close, lock or unlock are not removed, and functions that only release something are not changed: unit
and http tests cannot see the difference, the sanitizers can."""
import re

from clang.cindex import CursorKind as Kind
from clang.cindex import StorageClass, TypeKind

from mutation import CONDITION, REMOVAL, VALUE, Mutation, one_line

COMPARISONS = {"<": ("<=", ">="), "<=": ("<", ">"), ">": (">=", "<="), ">=": (">", "<"), "==": ("!=",), "!=": ("==",)}
ARITHMETIC = {"+": "-", "-": "+", "*": "/", "/": "*", "%": "/", "<<": ">>", ">>": "<<", "&": "|", "|": "&", "^": "&"}
ASSIGNMENTS = {"+=": "-=", "-=": "+=", "*=": "/=", "/=": "*=", "|=": "&=", "&=": "|=", "<<=": ">>=", ">>=": "<<=", "^=": "|="}
LOGICAL = {"&&": "||", "||": "&&"}
# Calls that are not removed, and functions that are not changed. sha256_text_finish and reading_thread_finish do more than release.
RELEASING = r"(?!(?:sha256_text|reading_thread)_)(?:\w+_)?(?:destroy|finish)|arena_free_blocks"
RELEASING_CALL = re.compile(
    RELEASING + r"|free|freeaddrinfo|(?:curl|gnutls)_free|curl_slist_free_all|MHD_destroy_response|json_decref|munmap"
    r"|curl_(?:easy|url|global)_cleanup|gnutls_\w+_deinit|f?close|closedir|sqlite3_close|close_if_open|(?:watch|reloader)_close"
    r"|searcher_close_database|(?:body|record_file|snapshots|seccomp)_release|pthread_mutex_(?:un)?lock")
RELEASING_FUNCTION = re.compile(RELEASING)
PURE_FUNCTIONS = {"strcmp", "strncmp", "memcmp", "strlen", "strchr", "strrchr", "strcasecmp", "strncasecmp", "strspn", "strcspn"}

LOOPS = {Kind.FOR_STMT, Kind.WHILE_STMT, Kind.DO_STMT}
WRAPPERS = {Kind.UNEXPOSED_EXPR, Kind.PAREN_EXPR}
# sizeof and the like, _Generic, and what a macro makes of an expression and statements
UNTOUCHED = {Kind.CXX_UNARY_EXPR, Kind.GENERIC_SELECTION_EXPR, Kind.StmtExpr, Kind.ASM_STMT}
# An increment or decrement, before or after its operand
STEP = re.compile(r"\+\+|--|.*(\+\+|--)$", re.S)
# Those are macros of the compiler, which the syntax tree does not show as calls.
ATOMIC_CHANGE = re.compile(r"\batomic_(?!load)\w+\(")


class Function:
    def __init__(self, root, source, cursor):
        self.root, self.source, self.cursor = root, source, cursor
        self.found = []

    def mutations(self):
        self.visit_statement(list(self.cursor.get_children())[-1])
        counts = {}
        for mutation in self.found:
            key = (mutation.code, mutation.text)
            mutation.twin = counts.get(key, 0)
            counts[key] = mutation.twin + 1
        return self.found

    def add(self, cursor, change, differs="1", form=VALUE):
        start, end, line = cursor.extent.start.offset, cursor.extent.end.offset, cursor.extent.start.line
        original = self.text(cursor)
        if self.source.is_macro(start, end) or "//" in original or "\n#" in original:
            return
        self.found.append(Mutation(
            self.source.path, start, end, line, cursor.extent.end.line, self.cursor.spelling, self.source.lines[line - 1].strip(),
            one_line(original), one_line(change), one_line(differs), form))

    # The walk through the function

    def visit_statement(self, cursor):
        """Visits a statement, or an expression whose value is unused."""
        kind, children = cursor.kind, list(cursor.get_children())
        if kind == Kind.COMPOUND_STMT:
            for child in children:
                self.visit_statement(child)
        elif kind == Kind.IF_STMT:
            self.negate_condition(children[0])
            self.visit_expression(children[0])
            for child in children[1:]:
                self.visit_statement(child)
        elif kind in LOOPS:
            body = children[0 if kind == Kind.DO_STMT else -1]
            for child in children:
                visit = self.visit_statement if child is body or child.kind == Kind.DECL_STMT else self.visit_expression
                visit(child)
        elif kind in (Kind.CASE_STMT, Kind.DEFAULT_STMT, Kind.LABEL_STMT):
            self.visit_statement(children[-1])
        elif kind == Kind.SWITCH_STMT:
            self.visit_expression(children[0])
            self.visit_statement(children[-1])
        elif kind == Kind.DECL_STMT:
            for child in children:
                self.visit_declaration(child)
        elif kind == Kind.RETURN_STMT:
            for child in children:
                self.change_result(child)
                self.visit_expression(child)
        elif kind.is_expression():
            self.remove(cursor)
            self.visit_expression(cursor)

    def visit_declaration(self, cursor):
        if cursor.kind != Kind.VAR_DECL or cursor.storage_class == StorageClass.STATIC:
            return
        children = list(cursor.get_children())
        # The size of an array stands before the "=".
        if children and "=" in self.source.text(cursor.location.offset, children[-1].extent.start.offset):
            self.visit_expression(children[-1])

    def visit_expression(self, cursor):
        kind, children = cursor.kind, list(cursor.get_children())
        if kind in UNTOUCHED or not kind.is_expression():
            return
        if kind == Kind.BINARY_OPERATOR and len(children) == 2:
            self.change_operator(cursor, *children)
        elif kind == Kind.COMPOUND_ASSIGNMENT_OPERATOR:
            self.change_assignment(cursor, *children)
        elif kind == Kind.CONDITIONAL_OPERATOR and len(children) == 3:
            self.negate_condition(children[0])
            if self.is_extreme(*children):
                self.change_extreme(children[0])
                children = list(self.unwrapped(children[0]).get_children()) + children[1:]
        elif kind == Kind.UNARY_OPERATOR:
            self.remove_sign(cursor, children[0])
        elif kind in (Kind.INTEGER_LITERAL, Kind.CHARACTER_LITERAL):
            self.change_literal(cursor)
        elif kind == Kind.DECL_REF_EXPR:
            self.change_limit(cursor)
        elif kind in (Kind.CSTYLE_CAST_EXPR, Kind.COMPOUND_LITERAL_EXPR):
            children = children[-1:]
        elif kind == Kind.INIT_LIST_EXPR:
            children = self.initial_values(cursor, children)
        for child in children:
            self.visit_expression(child)

    def initial_values(self, cursor, children):
        """The values without their designators, and not the 0 of {0}."""
        if re.fullmatch(r"\{\s*0\s*\}", self.text(cursor)):
            return []
        return [list(child.get_children())[-1] if self.text(child).startswith(("[", ".")) else child for child in children]

    # The changes

    def negate_condition(self, cursor):
        """Swaps the branches, unless a change of the operator does the same."""
        inner = self.unwrapped(cursor)
        is_negation = inner.kind == Kind.UNARY_OPERATOR and self.text(inner).startswith("!")
        if not is_negation and self.operator(inner) not in COMPARISONS:
            self.add(cursor, f"!({self.text(cursor)})", form=CONDITION)

    def change_operator(self, cursor, left, right):
        operator, a, b = self.operator(cursor), self.operand(left), self.operand(right)
        if operator in LOGICAL:
            self.change_logical(cursor, operator, left, right)
        for other in COMPARISONS.get(operator, ()):
            self.replace(cursor, f"{a} {other} {b}")
        if operator in ARITHMETIC and not self.is_pointer(right):
            self.replace(cursor, f"{a} {ARITHMETIC[operator]} {b}")

    def is_extreme(self, condition, chosen, other):
        """True for the smaller or larger of two values: a < b ? a : b."""
        inner = self.unwrapped(condition)
        if self.operator(inner) not in ("<", "<=", ">", ">="):
            return False
        compared = {one_line(self.text(self.unwrapped(child))) for child in inner.get_children()}
        return compared == {one_line(self.text(self.unwrapped(value))) for value in (chosen, other)}

    def change_extreme(self, condition):
        """Chooses the other value. If both are equal, either can be chosen: "<" and "<=" are the same."""
        inner = self.unwrapped(condition)
        left, right = inner.get_children()
        opposite = {"<": ">", "<=": ">", ">": "<", ">=": "<"}[self.operator(inner)]
        self.replace(inner, f"{self.operand(left)} {opposite} {self.operand(right)}")

    def replace(self, cursor, change):
        # Dividing ahead might trap.
        is_comparable = self.is_pure(cursor) and "/" not in change
        self.add(cursor, change, f"({change}) != ({self.text(cursor)})" if is_comparable else "1")

    def change_logical(self, cursor, operator, left, right):
        """Swaps the operator, or drops an operand. The second operand must not be evaluated ahead: then the result may differ."""
        a, b, is_and = self.text(left), self.text(right), operator == "&&"
        differs = [f"!(({a}) && ({b}))", f"({a}) && !({b})", f"!({a})"] if is_and else [f"({a}) || ({b})", f"!({a}) && ({b})", a]
        if not self.is_pure(cursor):
            differs = ["1"] * 3
        self.add(cursor, f"{self.operand(left)} {LOGICAL[operator]} {self.operand(right)}", differs[0])
        self.add(cursor, f"({a}) != 0", differs[1])
        self.add(cursor, f"({b}) != 0", differs[2])

    def remove_sign(self, cursor, operand):
        """Removes a negation, logical or arithmetic."""
        text = self.text(cursor)
        if text.startswith("!"):
            self.add(cursor, f"({self.text(operand)}) != 0")
        elif text.startswith("-") and not text.startswith("--"):
            self.add(cursor, self.text(operand))

    def change_literal(self, cursor):
        text = self.text(cursor)
        if cursor.kind == Kind.CHARACTER_LITERAL:
            self.add(cursor, f"{text} + 1")
        elif text in ("true", "false"):
            self.add(cursor, "false" if text == "true" else "true")
        elif text in ("0", "1"):
            self.add(cursor, "1" if text == "0" else "0")
        elif text[:1].isdigit():
            self.add(cursor, f"{text} + 1")
            self.add(cursor, f"{text} - 1")

    def change_limit(self, cursor):
        """Makes a constant of an unnamed enumeration one off."""
        declared = cursor.referenced
        if not declared or declared.kind != Kind.ENUM_CONSTANT_DECL or not str(declared.location.file).startswith(self.root):
            return
        if not re.fullmatch(r"\w+", declared.semantic_parent.spelling):
            self.add(cursor, f"{cursor.spelling} + 1")
            self.add(cursor, f"{cursor.spelling} - 1")

    def change_assignment(self, cursor, left, right):
        other = ASSIGNMENTS.get(self.text_between(left, right))
        if other and not self.is_pointer(right):
            self.add(cursor, f"{self.text(left)} {other} {self.text(right)}")

    def change_result(self, cursor):
        """Returns false, 0 or NULL, or the opposite, unless the result is a constant or a change of its operator does the same."""
        inner, kind = self.unwrapped(cursor), self.cursor.result_type.get_canonical().kind
        is_constant = inner.kind in (Kind.INTEGER_LITERAL, Kind.CSTYLE_CAST_EXPR, Kind.COMPOUND_LITERAL_EXPR)
        if is_constant or self.is_zero(inner) or kind == TypeKind.RECORD or self.operator(inner) in COMPARISONS:
            return
        if kind == TypeKind.BOOL:
            self.add(cursor, f"!({self.text(cursor)})", form=CONDITION)
        else:
            self.add(cursor, "0", f"({self.text(cursor)}) != 0" if self.is_pure(cursor) else "1")

    def remove(self, cursor):
        """Removes a call, an assignment, an increment or a decrement."""
        inner = self.unwrapped(cursor)
        if inner.kind == Kind.CSTYLE_CAST_EXPR:
            inner = self.unwrapped(list(inner.get_children())[-1])
        is_step = inner.kind == Kind.UNARY_OPERATOR and STEP.match(self.text(inner))
        if self.operator(inner) == "=":
            self.add(cursor, "", self.assignment_differs(*inner.get_children()), REMOVAL)
        elif is_step or inner.kind == Kind.COMPOUND_ASSIGNMENT_OPERATOR:
            self.add(cursor, "", form=REMOVAL)
        elif inner.kind == Kind.CALL_EXPR and not RELEASING_CALL.fullmatch(inner.spelling):
            self.add(cursor, "", form=REMOVAL)

    def assignment_differs(self, left, right):
        """False if the assignment changes nothing. A plain variable is not read, as it may have no value yet."""
        is_scalar = left.type.get_canonical().kind != TypeKind.RECORD
        is_stored = self.unwrapped(left).kind in (Kind.MEMBER_REF_EXPR, Kind.ARRAY_SUBSCRIPT_EXPR)
        if not is_scalar or not is_stored or not self.is_pure(left) or not self.is_pure(right):
            return "1"
        return f"({self.text(left)}) != ({self.text(right)})"

    # Properties of expressions

    def text(self, cursor):
        return self.source.text(cursor.extent.start.offset, cursor.extent.end.offset)

    def operand(self, cursor):
        """Its text, in parentheses if it has an operator that might bind less."""
        while cursor.kind == Kind.UNEXPOSED_EXPR and (children := list(cursor.get_children())):
            cursor = children[-1]
        return f"({self.text(cursor)})" if cursor.kind == Kind.BINARY_OPERATOR else self.text(cursor)

    def unwrapped(self, cursor):
        while cursor.kind in WRAPPERS and (children := list(cursor.get_children())):
            cursor = children[-1]
        return cursor

    def operator(self, cursor):
        children = list(cursor.get_children())
        return self.text_between(*children) if cursor.kind == Kind.BINARY_OPERATOR and len(children) == 2 else None

    def text_between(self, left, right):
        """The operator between two operands, or "" if it comes from a macro."""
        return one_line(self.source.text(left.extent.end.offset, right.extent.start.offset))

    def is_pointer(self, cursor):
        return cursor.type.get_canonical().kind in (TypeKind.POINTER, TypeKind.CONSTANTARRAY, TypeKind.INCOMPLETEARRAY)

    def is_zero(self, cursor):
        """True for the constant of an enumeration that is 0."""
        declared = cursor.referenced if cursor.kind == Kind.DECL_REF_EXPR else None
        return declared is not None and declared.kind == Kind.ENUM_CONSTANT_DECL and declared.enum_value == 0

    def is_pure(self, cursor):
        """True if it can be evaluated twice, with the same result and no side effects."""
        kind = cursor.kind
        if kind in (Kind.COMPOUND_ASSIGNMENT_OPERATOR, Kind.StmtExpr) or self.operator(cursor) in ("=", ","):
            return False
        if ATOMIC_CHANGE.search(self.text(cursor)):
            return False
        if kind == Kind.UNARY_OPERATOR and STEP.match(self.text(cursor)):
            return False
        if kind == Kind.CALL_EXPR and cursor.spelling not in PURE_FUNCTIONS:
            return False
        return all(self.is_pure(child) for child in cursor.get_children())
