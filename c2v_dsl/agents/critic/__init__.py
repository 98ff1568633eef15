"""The critic: looks at a storyboard's pictures, proposes patches, and keeps those that help."""

from .critic import criticise
from .model import Critique, Reviewed, SceneReview
from .revising import Revision, revise

__all__ = ["Critique", "Reviewed", "Revision", "SceneReview", "criticise", "revise"]
