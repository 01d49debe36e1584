"""One mutation: an expression or a statement of the sources, and what replaces it."""
import hashlib
import re
from dataclasses import dataclass

COMMENT = re.compile(r"/\*.*?\*/", re.S)

# How the change and the original stand side by side: a value, a condition, a statement that is removed. The types stay the same.
VALUE = "({choice} ? ({change}) : ({original}))"
CONDITION = "({choice} ? ({change}) : !!({original}))"
REMOVAL = "({choice} ? (void)0 : (void)({original}))"


def one_line(text):
    return " ".join(COMMENT.sub(" ", text).split())


@dataclass(eq=False)
class Mutation:
    path: str  # from the root of the tree
    start: int  # in bytes
    end: int
    line: int  # of the start
    last_line: int
    function: str
    code: str  # the text of the line
    original: str
    change: str  # the new text, empty for a removal
    differs: str  # a C expression without side effects: false if the change makes no difference
    form: str
    twin: int = 0  # how many equal mutations precede it in the function
    number: int = 0  # selects it at run time

    @property
    def library(self):
        return self.path.split("/")[0]

    @property
    def text(self):
        return f"{self.original}  ->  {self.change or 'removed'}"

    def rank(self, seed):
        """Its place in the random order of a seed. It depends on its own text only, so edits elsewhere do not move it."""
        text = "\0".join((str(seed), self.function, self.code, self.text, str(self.twin)))
        return hashlib.sha256(text.encode()).hexdigest()

    def render(self, original):
        """The C text that holds both; `original` may hold further mutations."""
        return self.form.format(choice=f"MUTATION({self.number}, {self.differs})", change=self.change, original=original)
