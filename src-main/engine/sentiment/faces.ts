import { tokenise, toWords } from '#shared/foldText.ts';

const lists: readonly (readonly [weight: number, faces: string])[] = [
  [2, '😊 😃 😄 😁 🥰 😍 🤩 😻 🤗 🥳 🙌 👏 💯 👍 👌 🎉 😘 ❤ 💚 💙 💛 🧡 💜 🖤 🤍 💖 💕 💗 ♥ 🏆 🌟'],
  [1, '🙂 😀 ☺ 😎 😌 ✨ ⭐ 💪 🔥 🤝 😇'],
  [-1, '😕 🙁 ☹ 😟 😩 😫 😓 😥 😪 🥺 🤷 😐 😑 😒 🥴 😱 😬 😰 🤔'],
  [-2, '😢 😭 😞 😔 😖 😣 😤 😠 💔 👎 🤦 🤢'],
  [-3, '😡 🤬 🤮 🖕 💩'],
];

/** How much an emoji says, by its bare form. */
export const faceWeights: ReadonlyMap<string, number> = new Map(
  lists.flatMap(([weight, faces]) => toBare(faces).map((face) => [face, weight] as const)),
);

/** Whoever adds one of these means the opposite of praise. */
export const ironicFaces: ReadonlySet<string> = new Set(toBare('🙄 🙃 🤡'));

function toBare(faces: string): string[] {
  return toWords(tokenise(faces));
}

const typed: readonly (readonly [RegExp, string])[] = [
  [/(?<![\p{L}\p{N}])[:;=]['’]?-?\(+|(?<![\p{L}\p{N}]):-?\/(?!\/)/gu, ' 🙁 '],
  [/(?<![\p{L}\p{N}])[:;=]-?[)D]+(?![\p{L}\p{N}])/gu, ' 🙂 '],
  [/<3/gu, ' ❤ '],
];

/** A text with emoji in place of faces that are typed, such as :-(. */
export function withFaces(text: string): string {
  return typed.reduce((rest, [pattern, face]) => rest.replace(pattern, face), text);
}
