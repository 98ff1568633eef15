"""What a scene takes over from the one it continues."""

from __future__ import annotations

from dataclasses import replace

from .model import Family, SceneModel


def carry_over(base: SceneModel, scene: SceneModel) -> None:
    """Objects and params of ``base`` (not its lets) as the first ones of ``scene``.

    Styles of parts and pieces are copied, so that neither scene changes the other.
    """
    scene.continues = base.id
    scene.inherits = base
    scene.scope.root._taken |= base.scope.root._taken
    for name, param in base.params.items():
        scene.params[name] = replace(param)
        scene.evaluator.bind_param(name, param.initial, scene.scope, param.span)
    for id, model in base.objects.items():
        scene.objects[id] = replace(
            model, part_styles=list(model.part_styles), pieces=list(model.pieces), sweep={},
            carried=True,
        )
    for name, family in base.families.items():
        scene.families[name] = Family(family.name, family.span, dict(family.members))
    for binding in base.scope.own():
        if binding.kind == "object":
            scene.scope.bind_object(binding.name, binding.span, binding.value)
